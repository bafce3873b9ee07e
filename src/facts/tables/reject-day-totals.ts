/**
 * Rows of consultations without an agent that hold the sum of their day's agents, as reports of a whole shop do: each
 * day would count twice. One day may be so by chance, and several hardly.
 */
import { problem, type Problem } from '../../problem.js';
import type { Database } from '../database.js';
import type { FactTable } from '../fact-tables.js';
import { firstOfRows, moreRows, placeOf } from './row-place.js';

const DAYS_MIN = 3;
const CONSULTATIONS_MIN = 30;

/** Of a merchant, store and role whose rows without an agent are their day's sum wherever both stand. */
const DAY_TOTALS = `
  days AS (
    SELECT merchant_id, store_id, role, date,
      sum(TRY_CAST(consultations AS BIGINT)) FILTER (agent_id = '') AS whole,
      sum(TRY_CAST(consultations AS BIGINT)) FILTER (agent_id <> '') AS parts
    FROM consultations WHERE outcome IS NULL GROUP BY ALL),
  with_both AS (SELECT * FROM days WHERE whole IS NOT NULL AND parts IS NOT NULL),
  sums AS (
    SELECT merchant_id, store_id, role FROM with_both GROUP BY ALL
    HAVING count(*) FILTER (whole > 0) >= ${DAYS_MIN}
      AND sum(whole) >= ${CONSULTATIONS_MIN} AND bool_and(whole = parts)),
  day_totals AS (
    SELECT file, record, merchant_id FROM consultations
      JOIN with_both USING (merchant_id, store_id, role, date)
      JOIN sums USING (merchant_id, store_id, role)
    WHERE outcome IS NULL AND agent_id = '')`;

/** Such rows are rejected. */
export async function rejectDayTotals(database: Database, table: FactTable): Promise<Problem[]> {
  if (table.name !== 'consultations') return [];
  const rows = await database.rows(`WITH ${DAY_TOTALS}
    SELECT merchant_id, ${firstOfRows('day_totals')} FROM day_totals
    GROUP BY day_totals.file, merchant_id ORDER BY file, record`);
  if (rows.length === 0) return [];
  await database.run(`UPDATE consultations SET outcome = 'rejected'
    WHERE (file, record) IN (WITH ${DAY_TOTALS} SELECT (file, record) FROM day_totals)`);
  return rows.map((row) => {
    const place = { ...placeOf(row), column: 'agent_id' };
    return problem('row-total', place, { case: 'day', moreRows: moreRows(row) });
  });
}
