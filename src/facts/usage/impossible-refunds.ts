/** Refunds of this period that cannot be: before their order, or beyond it in sum. */
import { formatAmount } from '../../money/amount.js';
import { findCurrency } from '../../money/currency.js';
import { assert, problem, type Problem } from '../../problem.js';
import { textOf, wholeOf, type Database, type Row } from '../database.js';
import { problemsOfRows } from '../tables/problems-of-rows.js';
import { firstOfRows, placeOf } from '../tables/row-place.js';

const IDS_SHOWN = 5;

/** A refund at midnight may be known by its day alone: the order of that day is not after it. */
export async function impossibleRefunds(database: Database): Promise<Problem[]> {
  const before = `SELECT counted.*, shown_time(counted.refunded_at_local) AS refunded,
      shown_time(paid_at_local) AS paid
    FROM counted_refunds AS counted JOIN refunds USING (file, record) WHERE outcome = 'billed'
      AND counted.refunded_at_instant < counted.paid_at_instant
      AND NOT (counted.refunded_at_local = counted.refunded_at_local::DATE
        AND counted.refunded_at_local = counted.paid_at_local::DATE) ORDER BY file, record`;
  const beyond = `SELECT merchant_id, order_id, currency, order_amount,
      ${firstOfRows('counted_refunds')}, sum(amount) AS amount, shown_time(any_value(paid_at_local)) AS paid,
      shown_time(min(refunded_at_local)) AS first_refunded, shown_time(max(refunded_at_local)) AS last_refunded,
      string_agg(refund_id, chr(10) ORDER BY refund_id) AS refund_ids
    FROM counted_refunds GROUP BY merchant_id, order_id, order_amount, currency
    HAVING sum(amount) > order_amount AND bool_or((file, record) IN
      (SELECT (file, record) FROM refunds WHERE outcome = 'billed')) ORDER BY merchant_id, order_id`;
  const problems = await problemsOfRows(database, before, beforeOrder);
  return problems.concat(await problemsOfRows(database, beyond, beyondOrder));
}

function beforeOrder(row: Row): Problem {
  return problem(
    'refund-before-order',
    { ...placeOf(row), column: 'refunded_at' },
    { ...amountsOf(row), refundId: textOf(row, 'refund_id'), refundedAt: textOf(row, 'refunded') },
  );
}

function beyondOrder(row: Row): Problem {
  return problem(
    'refund-exceeds-order',
    { ...placeOf(row), column: 'amount' },
    {
      ...amountsOf(row),
      refunds: Number(wholeOf(row, 'row_count')),
      refundIds: textOf(row, 'refund_ids').split('\n').slice(0, IDS_SHOWN),
      firstRefundedAt: textOf(row, 'first_refunded'),
      lastRefundedAt: textOf(row, 'last_refunded'),
    },
  );
}

/** What a refund, or all refunds of an order, come to, and the order. */
function amountsOf(row: Row) {
  const currency = findCurrency(textOf(row, 'currency'));
  assert(currency !== undefined, 'a counted refund has the known currency of its order');
  return {
    amount: formatAmount(wholeOf(row, 'amount'), currency),
    currency: currency.code,
    orderId: textOf(row, 'order_id'),
    orderAmount: formatAmount(wholeOf(row, 'order_amount'), currency),
    paidAt: textOf(row, 'paid'),
  };
}
