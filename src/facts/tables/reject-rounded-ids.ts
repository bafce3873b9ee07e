/** Ids that a spreadsheet has rounded: two orders may have become one. */
import { ROUNDED_ID } from '../../reference/rounded-id.js';
import { problem, type Problem } from '../../problem.js';
import { quoted, textOf, type Database } from '../database.js';
import type { FactTable } from '../fact-tables.js';
import { merchantOf } from './merchant-of.js';
import { firstOfRows, moreRows, placeOf } from './row-place.js';

/**
 * Rows with an id that a spreadsheet has rounded are rejected, before their ids are compared. A whole
 * export may be so: one problem for each merchant, file and column.
 */
export async function rejectRoundedIds(database: Database, table: FactTable): Promise<Problem[]> {
  const { name } = table;
  const ids = Object.keys(table.columns).filter((column) => column.endsWith('_id'));
  const isRounded = (column: string): string =>
    `(contains(${column}, '+') AND regexp_matches(${column}, ${quoted(ROUNDED_ID)}))`;
  const isFound = `outcome IS NULL AND (${ids.map(isRounded).join(' OR ')})`;
  const found = await database.rows(`SELECT 1 FROM ${name} WHERE ${isFound} LIMIT 1`);
  if (found.length === 0) return [];
  const firstOf = (value: (column: string) => string): string =>
    `CASE ${ids.map((column) => `WHEN ${isRounded(column)} THEN ${value(column)}`).join(' ')} END`;
  const rows = await database.rows(`SELECT merchant_id, id_column, ${firstOfRows('found')},
      arg_min(value, (found.file, found.record)) AS value
    FROM (SELECT file, record, nullif(${merchantOf(table)}, '') AS merchant_id, ${firstOf(quoted)} AS id_column,
        left(${firstOf(String)}, 80) AS value FROM ${name} WHERE ${isFound}) AS found
    GROUP BY found.file, id_column, merchant_id ORDER BY file, record`);
  await database.run(`UPDATE ${name} SET outcome = 'rejected' WHERE ${isFound}`);
  return rows.map((row) => {
    const place = { ...placeOf(row), column: textOf(row, 'id_column') };
    return problem('id-rounded', place, { cell: textOf(row, 'value'), moreRows: moreRows(row) });
  });
}
