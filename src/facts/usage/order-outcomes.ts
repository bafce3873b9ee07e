/**
 * What becomes of each order: its owner, whether it is attributed, and its outcome. Nothing of that is
 * stored: it is found again faster than it is written down.
 */
import type { BillingSpan } from '../../period/period.js';
import type { Database } from '../database.js';
import { withSpans, type Ownership } from './find-owners.js';

/** Makes the views `order_outcomes`, and `refunded_orders_read` of those orders alone that have a refund. */
export async function viewOrderOutcomes(
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
  const outcomesOf = (orders: string): string => `
    SELECT * REPLACE (CASE WHEN NOT (${isInSpan}) THEN 'other_period' WHEN contract_id IS NULL THEN 'not_used_by_plan'
        WHEN is_attributed THEN 'billed' ELSE 'silent_order' END::row_outcome AS outcome)
    FROM (SELECT fact.*, span.owner AS contract_id, ${isAttributed} AS is_attributed
      FROM ${withSpans({ ...ownership, table: orders })} WHERE fact.outcome IS NULL)
    UNION ALL
    SELECT fact.*, NULL AS contract_id, ${isAttributed} AS is_attributed
    FROM ${orders} AS fact WHERE fact.outcome IS NOT NULL`;
  await database.run(`
    INSERT INTO order_owner_spans (merchant_id, first_day, last_day) SELECT merchant_id, '-infinity', 'infinity'
      FROM merchants WHERE merchant_id NOT IN (SELECT merchant_id FROM order_owner_spans);
    CREATE TEMP TABLE orders_with_refunds AS SELECT order_id, merchant_id, store_id, paid_at_local,
        paid_at_instant, amount_minor, currency, agent_id, outcome
      FROM orders SEMI JOIN refunds USING (order_id);
    CREATE TEMP VIEW order_outcomes AS ${outcomesOf('orders')};
    CREATE TEMP VIEW refunded_orders_read AS ${outcomesOf('orders_with_refunds')}`);
}
