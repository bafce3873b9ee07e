/** Facts of merchants whom nobody has written down. */
import { asWarning, told, type Problem } from '../../problem.js';
import { textOf, type Database } from '../database.js';
import type { FactTable } from '../fact-tables.js';
import { andMore, firstOfRows, placeOf } from './row-place.js';

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
      told(
        'merchant-unknown',
        { ...placeOf(row), column: 'merchant_id' },
        `the merchant ${JSON.stringify(textOf(row, 'id'))} is not in merchants.csv${andMore(row)}`,
        'add the merchant, or correct its id; until then nobody is billed for it',
      ),
    ),
  );
}
