/** Refunds meet their orders. */
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import { textOf, type Database } from '../database.js';
import { moreRows, placeOf } from '../tables/row-place.js';

/** Makes `counted_refunds`: each refund of an attributed, owned order, with the period it counts in. */
export async function joinRefunds(
  database: Database,
  span: BillingSpan,
  settlementDays: number,
): Promise<Problem[]> {
  await database.run(`
    UPDATE refunds SET outcome = 'unknown_order' WHERE outcome IS NULL
      AND order_id NOT IN (SELECT order_id FROM orders_with_refunds);
    CREATE TEMP TABLE joined_refunds AS SELECT refunds.file, refunds.record, refunds.refund_id,
        refunds.order_id, refunds.amount AS amount_text, refunded_at_local, refunded_at_instant,
        refunds.outcome AS refund_outcome, orders.outcome AS order_outcome, orders.merchant_id, orders.currency,
        minor_units(refunds.amount, digits) AS amount, amount_minor AS order_amount, is_attributed,
        paid_at_local, paid_at_instant, contract_id, excludes,
        strftime(paid_at_local, '%Y-%m') AS order_period,
        CASE WHEN refunded_at_local < date_trunc('month', paid_at_local) + INTERVAL 1 MONTH + to_days(${settlementDays})
          THEN strftime(paid_at_local, '%Y-%m') ELSE strftime(refunded_at_local, '%Y-%m') END AS counted_period
      FROM refunds JOIN refunded_orders AS orders ON refunds.order_id = orders.order_id
        AND coalesce(orders.outcome NOT IN ('exact_duplicate', 'source_joined'), true)
      LEFT JOIN currencies ON currencies.code = orders.currency
      LEFT JOIN contracts USING (contract_id);
    CREATE TEMP TABLE refund_outcomes AS SELECT file, record, max(CASE
        WHEN order_outcome = 'unknown_merchant' THEN 'unknown_merchant'
        WHEN order_outcome = 'rejected' THEN 'order_rejected'
        WHEN amount IS NULL THEN 'rejected'
        WHEN amount = 0 THEN 'zero_amount'
        WHEN contract_id IS NULL THEN 'not_used_by_plan'
        WHEN NOT is_attributed THEN 'silent_order'
        WHEN counted_period <> '${span.period.id}' OR (refunded_at_local::DATE > '${span.through}'
          AND '${span.through}' < '${span.period.lastDay}') THEN 'other_period'
        ELSE 'billed' END) AS outcome
      FROM joined_refunds WHERE refund_outcome IS NULL GROUP BY file, record;
    UPDATE refunds SET outcome = found.outcome FROM refund_outcomes AS found
      WHERE refunds.outcome IS NULL AND refunds.file = found.file AND refunds.record = found.record;
    CREATE TEMP TABLE counted_refunds AS SELECT joined.* FROM joined_refunds AS joined
      JOIN refund_outcomes AS found USING (file, record) WHERE found.outcome IN ('billed', 'other_period')`);
  return [...(await unknownOrders(database)), ...(await refundsTooPrecise(database))];
}

async function unknownOrders(database: Database): Promise<Problem[]> {
  const rows = await database.rows(`SELECT file, min(record) AS record, count(*) AS row_count,
    arg_min(order_id, record) AS order_id FROM refunds WHERE outcome = 'unknown_order' GROUP BY file ORDER BY file`);
  return rows.map((row) =>
    problem(
      'order-unknown',
      { ...placeOf(row), column: 'order_id' },
      { orderId: textOf(row, 'order_id'), moreRows: moreRows(row) },
    ),
  );
}

async function refundsTooPrecise(database: Database): Promise<Problem[]> {
  const rows = await database.rows(`SELECT * FROM joined_refunds
    WHERE refund_outcome IS NULL AND order_outcome NOT IN ('rejected', 'unknown_merchant')
      AND amount IS NULL ORDER BY file, record`);
  return rows.map((row) =>
    problem(
      'money-too-precise',
      { ...placeOf(row), column: 'amount' },
      { case: 'refund', cell: textOf(row, 'amount_text'), currency: textOf(row, 'currency') },
    ),
  );
}
