/** Ids that a spreadsheet has rounded, to `3.5152E+18` or to fifteen digits: two orders may have become one. */
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
  const ids = await suspectColumns(database, table);
  if (ids.length === 0) return [];
  const zeroed = await zeroedColumns(database, name, ids);
  const isRounded = (column: string): string => {
    const files = (zeroed.get(column) ?? []).map(quoted).join(', ');
    const isZeroed = files === '' ? '' : ` OR (file IN (${files}) AND ${endsInZeros(column)})`;
    return `((contains(${column}, '+') AND regexp_matches(${column}, ${quoted(ROUNDED_ID)}))${isZeroed})`;
  };
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

/** The columns whose ids may be so at all: of most tables none is long enough, or has a plus sign. */
async function suspectColumns(database: Database, { name, columns }: FactTable): Promise<string[]> {
  const ids = Object.keys(columns).filter((column) => column.endsWith('_id'));
  const looks = ids.map(
    (id) => `max(strlen(${id})) > ${SHEET_DIGITS} OR bool_or(contains(${id}, '+')) AS ${id}`,
  );
  const [seen] = await database.rows(`SELECT ${looks.join(', ')} FROM ${name}`);
  return ids.filter((id) => seen?.[id] === true);
}

/** Fewer zeros than that may be chance: one id in ten ends in a zero. */
const ZEROS_MIN = 3;
/** How many digits of a number a spreadsheet keeps. */
const SHEET_DIGITS = 15;
const ROWS_LOOKED_AT_FIRST = 1000;

/**
 * By column, the files in which every id of more than fifteen digits has zeros alone behind the
 * fifteenth: a spreadsheet keeps no more digits. A file is judged as a whole, and most are done with
 * after their first rows.
 */
async function zeroedColumns(
  database: Database,
  table: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const zeroed = new Map<string, string[]>();
  for (const column of ids) {
    const isExact = `${isLong(column)} AND NOT ${endsInZeros(column)}`;
    const rows = await database.rows(`SELECT file::VARCHAR AS file FROM
        (SELECT DISTINCT file, ${column} AS id FROM ${table} WHERE ${endsInZeros(column)}
          AND file NOT IN (SELECT file FROM ${table} WHERE record <= ${ROWS_LOOKED_AT_FIRST} AND ${isExact}))
      WHERE file NOT IN (SELECT file FROM ${table} WHERE ${isExact})
      GROUP BY file HAVING sum(strlen(regexp_extract(id, '[0-9]+$')) - 15) >= ${ZEROS_MIN} ORDER BY file`);
    if (rows.length > 0)
      zeroed.set(
        column,
        rows.map((row) => textOf(row, 'file')),
      );
  }
  return zeroed;
}

/** More than fifteen digits at its end, since a source may have put a prefix before it. */
function isLong(column: string): string {
  return `(strlen(${column}) > ${SHEET_DIGITS} AND regexp_matches(${column}, '[0-9]{16}$'))`;
}

function endsInZeros(column: string): string {
  return `(strlen(${column}) > ${SHEET_DIGITS} AND ends_with(${column}, '0')
    AND regexp_matches(${column}, '(^|[^0-9])[0-9]{15}0+$'))`;
}
