/** Agents who sell for a merchant and never work for it: the shifts of one of them may be missing. */
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import { textOf, textsOf, wholeOf, type Database } from '../database.js';

const AGENTS_SHOWN = 3;

/** One warning for each merchant who pays for both shifts and orders. */
export async function agentsWithoutShifts(
  database: Database,
  { period, through }: BillingSpan,
): Promise<Problem[]> {
  const isPaid = `paid_at_local >= DATE '${period.firstDay}' AND paid_at_local < DATE '${through}' + 1`;
  const rows = await database.rows(`WITH paying AS (
      SELECT DISTINCT merchant_id FROM contracts
        WHERE list_contains(uses, 'shifts') AND list_contains(uses, 'orders')
          AND starts_on <= '${through}' AND (ends_on IS NULL OR ends_on >= '${period.firstDay}')),
    sellers AS (
      SELECT DISTINCT merchant_id, agent_id FROM orders
        WHERE outcome IS NULL AND agent_id <> '' AND ${isPaid}
      UNION SELECT orders.merchant_id, attributions.agent_id
        FROM attributions JOIN orders USING (order_id)
        WHERE orders.outcome IS NULL AND attributions.agent_id <> '' AND ${isPaid}),
    strangers AS (SELECT merchant_id, agent_id, id_key(agent_id) AS key
      FROM sellers SEMI JOIN paying USING (merchant_id)
    WHERE NOT EXISTS (SELECT 1 FROM shifts WHERE shifts.merchant_id = sellers.merchant_id
      AND shifts.agent_id = sellers.agent_id AND outcome IS DISTINCT FROM 'other_period')),
    near AS (SELECT merchant_id, id_key(agent_id) AS key, min(agent_id) AS nearest FROM shifts
      WHERE merchant_id IN (SELECT merchant_id FROM strangers) AND outcome IS DISTINCT FROM 'other_period'
      GROUP BY ALL)
    SELECT merchant_id, count(*) AS agents,
      list(agent_id ORDER BY nearest IS NULL, agent_id)[1:${AGENTS_SHOWN}] AS first_agents,
      arg_min(coalesce(nearest, ''), (nearest IS NULL, agent_id)) AS nearest
    FROM strangers LEFT JOIN near USING (merchant_id, key)
    GROUP BY merchant_id ORDER BY merchant_id`);
  return rows.map((row) => {
    const merchantId = textOf(row, 'merchant_id');
    const agents = textsOf(row, 'first_agents');
    return problem(
      'agent-without-shift',
      { file: 'shifts', column: 'agent_id', merchantId },
      {
        agents,
        moreAgents: Number(wholeOf(row, 'agents')) - agents.length,
        nearest: textOf(row, 'nearest') || null,
      },
    );
  });
}
