/**
 * Orders and refunds → sales per contract and currency.
 *
 * A refund counts in its order's own period if it is dated before that period's end plus the
 * settlement days, otherwise in the period in which it is dated: over all periods, once.
 */
import type { BilledBefore } from '../billed-before.js';
import type { BillingSpan } from '../../period/period.js';
import type { Contract } from '../../pricing/plans/registry.js';
import type { Problem } from '../../problem.js';
import type { Database } from '../database.js';
import { prepareOwners, type Ownership } from './find-owners.js';
import { impossibleRefunds } from './impossible-refunds.js';
import { joinRefunds } from './join-refunds.js';
import { lateRefundProblems } from './late-refund-problems.js';
import { viewOrderOutcomes } from './order-outcomes.js';
import { readBilledOrders } from './read-billed-orders.js';
import { unattributedOrders } from './unattributed-orders.js';

/**
 * Makes `sales` and `late_refunds`, by contract and currency. Contracts that are gone from the input are
 * there for the late refunds of what they billed.
 */
export async function rollUpOrders(
  database: Database,
  span: BillingSpan,
  settlementDays: number,
  contracts: readonly Contract[],
  isAttributionMissing: boolean,
  billedBefore: BilledBefore,
): Promise<{ problems: Problem[]; contractsGone: Contract[] }> {
  const ownership: Ownership = {
    use: 'orders',
    table: 'orders',
    spans: 'order_owner_spans',
    date: 'fact.paid_at_local::DATE',
    rows: `fact.outcome IS NULL AND (fact.paid_at_local::DATE BETWEEN '${span.period.firstDay}' AND '${span.through}'
      OR fact.order_id IN (SELECT order_id FROM refunds))`,
    hasRole: false,
  };
  const ambiguous = await prepareOwners(database, contracts, ownership);
  const attributions = await database.rows('SELECT 1 FROM attributions LIMIT 1');
  const hasAttributions = attributions.length > 0;
  await viewOrderOutcomes(database, span, ownership, hasAttributions);
  const contractsGone = await readBilledOrders(database, billedBefore);
  const unknown = await joinRefunds(database, span, settlementDays);
  const impossible = await impossibleRefunds(database);
  await applyExclusion(database);
  await aggregate(database, span);
  if (hasAttributions) await attributionOutcomes(database);
  const silent = isAttributionMissing ? await unattributedOrders(database) : [];
  const late = await lateRefundProblems(database);
  const problems = [...ambiguous, ...unknown, ...impossible, ...silent, ...late];
  return { problems, contractsGone };
}

/**
 * Where any refund excludes an order, its first counted refund takes all of it, later ones nothing.
 * What a published period took off is what its standing documents say, whatever the input says of it now.
 */
async function applyExclusion(database: Database): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE deductions AS SELECT counted.*,
      CASE WHEN is_excluded OR counted_period IN (SELECT period FROM published_periods) THEN 0
        WHEN NOT excludes THEN amount
        WHEN row_number() OVER (PARTITION BY order_id
          ORDER BY counted_period IN (SELECT period FROM published_periods), counted_period, refunded_at_instant, refund_id) = 1
        THEN greatest(order_amount - coalesce(before.deducted, 0), 0)
        ELSE 0 END::BIGINT AS deducted
    FROM counted_refunds AS counted LEFT JOIN deducted_before AS before USING (order_id);
    UPDATE refunds SET outcome = 'order_already_excluded' FROM deductions AS deduction
      WHERE refunds.file = deduction.file AND refunds.record = deduction.record
        AND refunds.outcome = 'billed' AND deduction.deducted = 0`);
}

/** Makes `order_sums`, from which sales are summed, rows accounted for and the reach of the facts told. */
async function aggregate(database: Database, span: BillingSpan): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE order_sums AS SELECT file, outcome, merchant_id, store_id, contract_id,
        CASE WHEN NOT is_faulty THEN currency END AS currency,
        count(*) AS orders, sum(amount_minor)::HUGEINT AS amount,
        min(paid_at_local) AS first_paid, max(paid_at_local) AS last_paid
      FROM order_outcomes GROUP BY ALL;
    CREATE TEMP TABLE period_deductions AS SELECT contract_id, currency, order_period, sum(deducted) AS deducted
      FROM deductions JOIN refunds USING (file, record) WHERE outcome = 'billed'
      GROUP BY contract_id, currency, order_period;
    CREATE TEMP TABLE sales AS
      SELECT place, contract_id, sums.currency, sum(orders) AS orders, sum(attributed) AS attributed, sum(refunds) AS refunds
      FROM (
        SELECT contract_id, currency, orders, amount AS attributed, 0 AS refunds
          FROM order_sums WHERE outcome = 'billed'
        UNION ALL
        SELECT contract_id, currency, 0, 0, CASE WHEN order_period = '${span.period.id}' THEN deducted ELSE 0 END
          FROM period_deductions
      ) AS sums JOIN contracts USING (contract_id)
      GROUP BY place, contract_id, sums.currency ORDER BY place, sums.currency;
    CREATE TEMP TABLE late_refunds AS
      SELECT place, contract_id, period_deductions.currency, order_period, deducted
      FROM period_deductions JOIN contracts USING (contract_id)
      WHERE order_period <> '${span.period.id}' ORDER BY place, currency, order_period`);
}

async function attributionOutcomes(database: Database): Promise<void> {
  await database.run(`
    UPDATE attributions SET outcome = CASE
      WHEN order_id IN (SELECT order_id FROM order_outcomes WHERE outcome = 'billed') THEN 'billed'
      WHEN order_id IN (SELECT order_id FROM orders) THEN 'order_not_billed' ELSE 'unknown_order' END
    WHERE outcome IS NULL`);
}
