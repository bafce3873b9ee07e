/** Late refunds of which the input says other than what stands published, and those that nobody can price. */
import { problem, type Problem } from '../../problem.js';
import type { ProblemValues } from '../../problem-values.js';
import { textOf, type Database, type Row } from '../database.js';
import { problemsOfRows } from '../tables/problems-of-rows.js';
import { placeOf } from '../tables/row-place.js';

type Differs = ProblemValues['late-refund-differs'];
type Difference = Extract<Differs, { case: 'billed' }>['difference'];

/** A contract by which a commission on the order can be taken back. */
const PRICED = `list_contains(contracts.uses, 'orders') AND contracts.merchant_id = orders.merchant_id`;

export async function lateRefundProblems(database: Database): Promise<Problem[]> {
  return [
    ...(await unpriced(database)),
    ...(await merchantsGone(database)),
    ...(await billedOtherwise(database)),
    ...(await neverBilled(database)),
  ];
}

/** What a late refund is shown with. */
const SHOWN = `refunds.file, refunds.record, refunds.refund_id, refunds.order_id, refunds.amount AS amount_text,
  orders.merchant_id, orders.currency, orders.order_period, orders.billed_in, orders.contract_id`;

/** The contract that billed the order bears another merchant's name now, or a plan without a commission. */
async function unpriced(database: Database): Promise<Problem[]> {
  const rows = `SELECT ${SHOWN}
    FROM refunds JOIN refunded_orders AS orders USING (order_id) JOIN contracts USING (contract_id)
    WHERE refunds.outcome = 'billed' AND billed_in IS NOT NULL
      AND NOT (${PRICED})
    ORDER BY refunds.file, refunds.record`;
  return problemsOfRows(database, rows, (row) =>
    problem(
      'late-refund-unpriced',
      { ...placeOf(row), column: 'order_id' },
      { ...refundOf(row), contractId: textOf(row, 'contract_id') },
    ),
  );
}

/** A refund for a merchant who is one no more is paid back by hand, if at all. */
async function merchantsGone(database: Database): Promise<Problem[]> {
  const rows = `SELECT ${SHOWN}
    FROM refunds JOIN refunded_orders AS orders USING (order_id)
    WHERE refunds.outcome = 'unknown_merchant' AND billed_in IS NOT NULL
    ORDER BY refunds.file, refunds.record`;
  return problemsOfRows(database, rows, (row) =>
    differs(row, { case: 'merchant-gone', ...refundOf(row) }),
  );
}

/** The refund counts, although the input alone would not count it, or otherwise. */
async function billedOtherwise(database: Database): Promise<Problem[]> {
  const rows = `SELECT * FROM (
    SELECT ${SHOWN}, CASE WHEN known.order_id IS NULL THEN 'order-missing'
        WHEN known.merchant_id <> orders.merchant_id THEN 'merchant'
        WHEN strftime(known.paid_at_local, '%Y-%m') <> orders.order_period THEN 'period'
        WHEN known.amount_minor <> orders.amount_minor OR known.currency <> orders.currency THEN 'amount'
        WHEN known.contract_id IS NULL THEN 'no-contract'
        WHEN known.contract_id <> orders.contract_id THEN 'contract'
        WHEN NOT known.is_attributed THEN 'no-agent' END AS difference
    FROM refunds JOIN refunded_orders AS orders USING (order_id)
    JOIN contracts ON contracts.contract_id = orders.contract_id AND ${PRICED}
    LEFT JOIN (SELECT * FROM refunded_orders_read WHERE coalesce(outcome NOT IN ('exact_duplicate', 'source_joined'), true)) AS known USING (order_id)
    WHERE refunds.outcome IN ('billed', 'order_already_excluded') AND billed_in IS NOT NULL)
    WHERE difference IS NOT NULL ORDER BY file, record`;
  return problemsOfRows(database, rows, (row) =>
    differs(row, {
      case: 'billed',
      ...refundOf(row),
      difference: textOf(row, 'difference') as Difference,
    }),
  );
}

/** The refund does not count, although the input alone would count it. */
async function neverBilled(database: Database): Promise<Problem[]> {
  const rows = `SELECT ${SHOWN}
    FROM refunds JOIN refunded_orders AS orders USING (order_id)
    WHERE refunds.outcome = 'order_not_billed' ORDER BY refunds.file, refunds.record`;
  return problemsOfRows(database, rows, (row) =>
    differs(row, { case: 'not-billed', ...refundOf(row), period: textOf(row, 'order_period') }),
  );
}

function differs(row: Row, values: Differs): Problem {
  return problem('late-refund-differs', { ...placeOf(row), column: 'order_id' }, values);
}

function refundOf(row: Row) {
  return {
    refundId: textOf(row, 'refund_id'),
    orderId: textOf(row, 'order_id'),
    amount: `${textOf(row, 'amount_text')} ${textOf(row, 'currency')}`,
    number: textOf(row, 'billed_in'),
  };
}
