/**
 * Orders and refunds → sales per contract and currency.
 *
 * A refund counts in its order's own period if it is dated before that period's end plus the
 * settlement days, otherwise in the period in which it is dated: over all periods, once.
 */
import type { BillingSpan } from '../../period/period.js';
import type { Contract } from '../../pricing/plans/registry.js';
import { problem, type Problem } from '../../problem.js';
import { textOf, type Database } from '../database.js';
import { impossibleRefunds } from './impossible-refunds.js';
import { prepareOwners, withSpans, type Ownership } from './owners.js';
import { moreRows, placeOf } from '../tables/row-checks.js';

/** Makes `sales` and `late_refunds`, by contract and currency. */
export async function rollUpOrders(
  database: Database,
  span: BillingSpan,
  settlementDays: number,
  contracts: readonly Contract[],
): Promise<Problem[]> {
  const ownership: Ownership = {
    table: 'orders',
    into: 'order_owners',
    date: 'fact.paid_at_local::DATE',
    rows: `fact.outcome IS NULL AND (fact.paid_at_local::DATE BETWEEN '${span.period.firstDay}' AND '${span.through}'
      OR fact.order_id IN (SELECT order_id FROM refunds))`,
    contracts: contracts.filter(({ plan }) => plan === 'base_commission'),
    hasRole: false,
  };
  const ambiguous = await prepareOwners(database, ownership);
  const hasAttributions = await hasRows(database, 'attributions');
  await viewFates(database, span, ownership, hasAttributions);
  const unknown = await joinRefunds(database, span, settlementDays);
  const impossible = await impossibleRefunds(database);
  await applyExclusion(database);
  await aggregate(database, span);
  if (hasAttributions) await attributionOutcomes(database);
  return [...ambiguous, ...unknown, ...impossible];
}

async function hasRows(database: Database, table: string): Promise<boolean> {
  return (await database.rows(`SELECT 1 FROM ${table} LIMIT 1`)).length > 0;
}

/**
 * Makes the views `order_fates`, and `refunded_orders` of orders with refunds alone: each order with its
 * owner, whether it is attributed, and its outcome. Nothing of that is stored: it is found again faster
 * than it is written down.
 */
async function viewFates(
  database: Database,
  span: BillingSpan,
  ownership: Ownership,
  hasAttributions: boolean,
): Promise<void> {
  const isAttributed = hasAttributions
    ? `(agent_id <> '' OR order_id IN
        (SELECT order_id FROM attributions WHERE outcome IS DISTINCT FROM 'rejected'))`
    : `agent_id <> ''`;
  const isInSpan = `paid_at_local >= '${span.period.firstDay}' AND paid_at_local < DATE '${span.through}' + 1`;
  const fatesOf = (table: string): string => `
    SELECT * REPLACE (CASE WHEN NOT (${isInSpan}) THEN 'other_period' WHEN contract_id IS NULL THEN 'not_used_by_plan'
        WHEN is_attributed THEN 'billed' ELSE 'silent_order' END::row_outcome AS outcome)
    FROM (SELECT fact.*, span.owner AS contract_id, ${isAttributed} AS is_attributed
      FROM ${withSpans({ ...ownership, table })} WHERE fact.outcome IS NULL)
    UNION ALL
    SELECT fact.*, NULL AS contract_id, ${isAttributed} AS is_attributed
    FROM ${table} AS fact WHERE fact.outcome IS NOT NULL`;
  await database.run(`
    INSERT INTO order_owners_spans (merchant_id, first_day, last_day) SELECT merchant_id, '-infinity', 'infinity'
      FROM merchants WHERE merchant_id NOT IN (SELECT merchant_id FROM order_owners_spans);
    CREATE TEMP TABLE orders_with_refunds AS SELECT order_id, merchant_id, store_id, paid_at_local,
        paid_at_instant, amount_minor, currency, agent_id, outcome
      FROM orders SEMI JOIN refunds USING (order_id);
    CREATE TEMP VIEW order_fates AS ${fatesOf('orders')};
    CREATE TEMP VIEW refunded_orders AS ${fatesOf('orders_with_refunds')}`);
}

/** Makes `counted_refunds`: each refund of an attributed, owned order, with the period it counts in. */
async function joinRefunds(
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
        AND orders.outcome IS DISTINCT FROM 'exact_duplicate'
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

/** Where any refund excludes an order, its first counted refund takes all of it, later ones nothing. */
async function applyExclusion(database: Database): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE deductions AS SELECT *,
      CASE WHEN NOT excludes THEN amount
        WHEN row_number() OVER (PARTITION BY order_id
          ORDER BY counted_period, refunded_at_instant, refund_id) = 1 THEN order_amount
        ELSE 0 END AS deducted
    FROM counted_refunds;
    UPDATE refunds SET outcome = 'order_already_excluded' FROM deductions AS deduction
      WHERE refunds.file = deduction.file AND refunds.record = deduction.record
        AND refunds.outcome = 'billed' AND deduction.deducted = 0`);
}

/** Makes `order_sums`, from which sales are summed and rows accounted for. */
async function aggregate(database: Database, span: BillingSpan): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE order_sums AS SELECT file, outcome, merchant_id, store_id, contract_id,
        CASE WHEN NOT is_faulty THEN currency END AS currency,
        count(*) AS orders, sum(amount_minor)::HUGEINT AS amount
      FROM order_fates GROUP BY ALL;
    CREATE TEMP TABLE period_deductions AS SELECT contract_id, currency, order_period, sum(deducted) AS deducted
      FROM deductions JOIN refunds USING (file, record) WHERE outcome = 'billed'
      GROUP BY contract_id, currency, order_period;
    CREATE TEMP TABLE sales AS
      SELECT contract_id, currency, sum(orders) AS orders, sum(attributed) AS attributed, sum(refunds) AS refunds
      FROM (
        SELECT contract_id, currency, orders, amount AS attributed, 0 AS refunds
          FROM order_sums WHERE outcome = 'billed'
        UNION ALL
        SELECT contract_id, currency, 0, 0, CASE WHEN order_period = '${span.period.id}' THEN deducted ELSE 0 END
          FROM period_deductions
      ) GROUP BY contract_id, currency;
    CREATE TEMP TABLE late_refunds AS SELECT * FROM period_deductions
      WHERE order_period <> '${span.period.id}'`);
}

async function attributionOutcomes(database: Database): Promise<void> {
  await database.run(`
    UPDATE attributions SET outcome = CASE
      WHEN order_id IN (SELECT order_id FROM order_fates WHERE outcome = 'billed') THEN 'billed'
      WHEN order_id IN (SELECT order_id FROM orders) THEN 'order_not_billed' ELSE 'unknown_order' END
    WHERE outcome IS NULL`);
}
