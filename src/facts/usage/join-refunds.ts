/**
 * Refunds meet their orders. What an order of a published period was billed as is what its standing
 * documents say; this month's input decides only where that period was never published.
 */
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import { textOf, type Database } from '../database.js';
import { problemsOfRows } from '../tables/problems-of-rows.js';
import { moreRows, placeOf } from '../tables/row-place.js';

/** Makes `counted_refunds`: each refund of an attributed, owned order, with the period it counts in. */
export async function joinRefunds(
  database: Database,
  span: BillingSpan,
  settlementDays: number,
): Promise<Problem[]> {
  await database.run(`
    ${refundedOrders(span)};
    UPDATE refunds SET outcome = 'unknown_order' WHERE outcome IS NULL
      AND order_id NOT IN (SELECT order_id FROM refunded_orders);
    CREATE TEMP TABLE joined_refunds AS SELECT refunds.file, refunds.record, refunds.refund_id,
        refunds.order_id, refunds.amount AS amount_text, refunded_at_local, refunded_at_instant,
        refunds.outcome AS refund_outcome, orders.outcome AS order_outcome, orders.merchant_id, orders.currency,
        minor_units(refunds.amount, digits) AS amount, amount_minor AS order_amount, is_attributed,
        paid_at_local, paid_at_instant, contract_id, excludes, order_period, billed_in, is_unbilled,
        CASE WHEN refunded_at_local < date_trunc('month', paid_at_local) + INTERVAL 1 MONTH + to_days(${settlementDays})
          THEN strftime(paid_at_local, '%Y-%m') ELSE strftime(refunded_at_local, '%Y-%m') END AS counted_period
      FROM refunds JOIN refunded_orders AS orders USING (order_id)
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
        WHEN is_unbilled THEN 'order_not_billed'
        ELSE 'billed' END) AS outcome
      FROM joined_refunds WHERE refund_outcome IS NULL GROUP BY file, record;
    UPDATE refunds SET outcome = found.outcome FROM refund_outcomes AS found
      WHERE refunds.outcome IS NULL AND refunds.file = found.file AND refunds.record = found.record;
    CREATE TEMP TABLE counted_refunds AS SELECT joined.* FROM joined_refunds AS joined
      JOIN refund_outcomes AS found USING (file, record) WHERE found.outcome IN ('billed', 'other_period')`);
  return [...(await unknownOrders(database)), ...(await refundsTooPrecise(database))];
}

/**
 * An order with a refund as it counts: as a standing document of an earlier period bills it, or else
 * as it is read. `is_unbilled`: its period is published, and no document that stands bills it.
 */
function refundedOrders({ period }: BillingSpan): string {
  return `
    CREATE TEMP TABLE refunded_orders AS
      WITH known AS (
        SELECT *, strftime(paid_at_local, '%Y-%m') AS order_period FROM refunded_orders_read
        WHERE coalesce(outcome NOT IN ('exact_duplicate', 'source_joined'), true)
      ), standing AS (
        SELECT * FROM billed_before
        WHERE order_id NOT IN (SELECT order_id FROM known WHERE order_period >= '${period.id}')
      )
      SELECT order_id, merchant_id, store_id, paid_at_local, paid_at_instant, amount_minor, currency, agent_id,
        outcome, contract_id, is_attributed, order_period, NULL AS billed_in,
        order_period IN (SELECT period FROM published_periods) AS is_unbilled
      FROM known WHERE order_id NOT IN (SELECT order_id FROM standing)
      UNION ALL
      SELECT order_id, merchant_id, store_id, paid_at, zone_instant(paid_at), amount, currency, agent_id,
        CASE WHEN merchant_id IN (SELECT merchant_id FROM merchants) THEN 'other_period' ELSE 'unknown_merchant' END::row_outcome,
        contract_id, true, order_period, number, false
      FROM standing`;
}

/** Of each file one, preferably of an id that is nearly that of an order. */
async function unknownOrders(database: Database): Promise<Problem[]> {
  const rows = await database.rows(`WITH unknown AS (
      SELECT file, record, refund_id, order_id, id_key(order_id) AS key FROM refunds WHERE outcome = 'unknown_order'),
    near AS (
      SELECT id_key(order_id) AS key, min(order_id) AS nearest FROM orders
      WHERE EXISTS (SELECT 1 FROM unknown) AND key IN (SELECT key FROM unknown WHERE key <> '') GROUP BY key)
    SELECT file, count(*) AS row_count, arg_min(record, (nearest IS NULL, record)) AS record,
      arg_min(refund_id, (nearest IS NULL, record)) AS refund_id,
      arg_min(order_id, (nearest IS NULL, record)) AS order_id,
      arg_min(coalesce(nearest, ''), (nearest IS NULL, record)) AS nearest
    FROM unknown LEFT JOIN near USING (key) GROUP BY file ORDER BY file`);
  return rows.map((row) =>
    problem(
      'order-unknown',
      { ...placeOf(row), column: 'order_id' },
      {
        refundId: textOf(row, 'refund_id'),
        orderId: textOf(row, 'order_id'),
        moreRows: moreRows(row),
        nearest: textOf(row, 'nearest') || null,
      },
    ),
  );
}

async function refundsTooPrecise(database: Database): Promise<Problem[]> {
  const rows = `SELECT * FROM joined_refunds
    WHERE refund_outcome IS NULL AND order_outcome NOT IN ('rejected', 'unknown_merchant')
      AND amount IS NULL ORDER BY file, record`;
  return problemsOfRows(database, rows, (row) =>
    problem(
      'money-too-precise',
      { ...placeOf(row), column: 'amount' },
      { case: 'refund', cell: textOf(row, 'amount_text'), currency: textOf(row, 'currency') },
    ),
  );
}
