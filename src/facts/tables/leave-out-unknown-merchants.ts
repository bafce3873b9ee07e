/** Facts of merchants whom nobody has written down. */
import { asWarning, problem, type Problem } from '../../problem.js';
import { textOf, type Database } from '../database.js';
import type { FactTable } from '../fact-tables.js';
import { firstOfRows, moreRows, placeOf } from './row-place.js';

/** Rows of merchants that merchants.csv lacks are left out: they bill nobody and block nobody. */
export async function leaveOutUnknownMerchants(
  database: Database,
  table: FactTable,
): Promise<Problem[]> {
  if (!('merchant_id' in table.columns)) return [];
  await database.run(`UPDATE ${table.name} SET outcome = 'unknown_merchant'
    WHERE outcome IS NULL AND merchant_id NOT IN (SELECT merchant_id FROM merchants)`);
  const rows = await database.rows(`SELECT merchant_id AS id, ${firstOfRows(table.name)}
    FROM ${table.name} WHERE outcome = 'unknown_merchant' GROUP BY merchant_id ORDER BY merchant_id`);
  return rows.map((row) =>
    asWarning(
      problem(
        'merchant-unknown',
        { ...placeOf(row), column: 'merchant_id' },
        { case: 'facts', merchantId: textOf(row, 'id'), moreRows: moreRows(row) },
      ),
    ),
  );
}
