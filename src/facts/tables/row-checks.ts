/** Checks that every fact table shares: rounded ids, repeated keys and unknown merchants. */
import { ROUNDED_ID } from '../../reference/rounded-id.js';
import { asWarning, problem, type Problem } from '../../problem.js';
import { quoted, textOf, wholeOf, type Database, type Row } from '../database.js';
import { merchantOf, storedColumns, type FactTable } from './fact-schema.js';

/** Where a row stands. */
export function placeOf(row: Row): { file: string; record: number; merchantId: string | null } {
  return {
    file: textOf(row, 'file'),
    record: Number(wholeOf(row, 'record')),
    merchantId: textOf(row, 'merchant_id') || null,
  };
}

/** The first of some rows, and how many there are: what a problem about many rows shows. */
export function firstOfRows(table: string): string {
  const row = `(${table}.file, ${table}.record)`;
  return `arg_min(${table}.file, ${row}) AS file, arg_min(${table}.record, ${row}) AS record, count(*) AS row_count`;
}

/** How many rows there are besides the one that is shown. */
export function moreRows(row: Row): number {
  return Number(wholeOf(row, 'row_count') - 1n);
}

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

/**
 * An exact repeat of a row is left out with a warning; the same key with other content rejects
 * all its rows and blocks their merchants.
 */
export async function resolveKeys(database: Database, table: FactTable): Promise<Problem[]> {
  const key = table.key.join(', ');
  const content = Object.entries(table.columns)
    .flatMap(([name, kind]) => storedColumns(name, kind))
    .join(', ');
  const isSuspect = await suspectHashes(database, table);
  if (isSuspect === null) return [];
  await database.run(`CREATE TEMP TABLE ${table.name}_repeats AS
    SELECT file, record, ${merchantOf(table)} AS merchant_id, concat_ws(' ', ${key}) AS key_text,
      count(DISTINCT row(${content})) OVER same_key > 1 AS is_conflict,
      row_number() OVER (PARTITION BY ${key} ORDER BY file, record) > 1 AS is_later
    FROM ${table.name} WHERE outcome IS NULL AND ${isSuspect}
    WINDOW same_key AS (PARTITION BY ${key})
    QUALIFY count(*) OVER same_key > 1`);
  await database.run(`UPDATE ${table.name} SET outcome =
      CASE WHEN repeats.is_conflict THEN 'rejected' ELSE 'exact_duplicate' END::row_outcome
    FROM ${table.name}_repeats AS repeats
    WHERE ${table.name}.file = repeats.file AND ${table.name}.record = repeats.record
      AND (repeats.is_conflict OR repeats.is_later)`);
  const rows = await database.rows(
    `SELECT * FROM ${table.name}_repeats WHERE is_conflict OR is_later ORDER BY file, record`,
  );
  return rows.map((row) => repeatProblem(table, row));
}

/**
 * SQL for the rows whose key may occur twice; null where none does. Hashes find them many times faster
 * than the keys themselves; two keys of one hash are merely looked at more closely.
 */
async function suspectHashes(database: Database, { name, key }: FactTable): Promise<string | null> {
  const hash = `hash(${key.join(', ')})`;
  const [counted] =
    await database.rows(`SELECT count(*) AS row_count, count(DISTINCT ${hash}) AS hashes
    FROM ${name} WHERE outcome IS NULL`);
  if (counted?.['row_count'] === counted?.['hashes']) return null;
  await database.run(`CREATE TEMP TABLE ${name}_suspects AS
    SELECT ${hash} AS hash FROM ${name} WHERE outcome IS NULL GROUP BY ALL HAVING count(*) > 1`);
  return `${hash} IN (SELECT hash FROM ${name}_suspects)`;
}

function repeatProblem(table: FactTable, row: Row): Problem {
  const place = { ...placeOf(row), column: table.key[0] ?? null };
  const key = textOf(row, 'key_text');
  return row['is_conflict'] === true
    ? problem('key-conflict', place, { case: 'facts', columns: table.key, key })
    : problem('row-repeated', place, { key });
}

/** Rows of merchants that merchants.csv lacks are left out: they bill nobody and block nobody. */
export async function leaveOutUnknownMerchants(
  database: Database,
  table: FactTable,
): Promise<Problem[]> {
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
