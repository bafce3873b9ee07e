/** Facts of merchants whom nobody has written down. */
import { idKey } from '../../id-key.js';
import { asWarning, problem, type Problem } from '../../problem.js';
import { textOf, type Database } from '../database.js';
import type { FactTable } from '../fact-tables.js';
import { problemsOfRows } from './problems-of-rows.js';
import { firstOfRows, moreRows, placeOf } from './row-place.js';

/** Rows of merchants that merchants.csv lacks are left out: they bill nobody and block nobody. */
export async function leaveOutUnknownMerchants(
  database: Database,
  table: FactTable,
): Promise<Problem[]> {
  if (!('merchant_id' in table.columns)) return [];
  await database.run(`UPDATE ${table.name} SET outcome = 'unknown_merchant'
    WHERE outcome IS NULL AND merchant_id NOT IN (SELECT merchant_id FROM merchants)`);
  const unknown = `FROM ${table.name} WHERE outcome = 'unknown_merchant'`;
  const found = await database.rows(`SELECT 1 ${unknown} LIMIT 1`);
  if (found.length === 0) return [];
  const known = await database.rows('SELECT merchant_id FROM merchants ORDER BY merchant_id');
  const nearest = nearestIds(known.map((row) => textOf(row, 'merchant_id')));
  const rows = `SELECT merchant_id AS id, ${firstOfRows(table.name)} ${unknown} GROUP BY merchant_id ORDER BY merchant_id`;
  return problemsOfRows(database, rows, (row) =>
    asWarning(
      problem(
        'merchant-unknown',
        { ...placeOf(row), column: 'merchant_id' },
        {
          case: 'facts',
          merchantId: textOf(row, 'id'),
          moreRows: moreRows(row),
          nearest: nearest(textOf(row, 'id')),
        },
      ),
    ),
  );
}

/** Of each id, the known one that it may be meant for: both may be many, so that keys alone are compared. */
function nearestIds(known: readonly string[]): (id: string) => string | null {
  const byKey = new Map(known.map((id) => [idKey(id), id]));
  return (id) => byKey.get(idKey(id)) ?? null;
}
