/** Rows of one key: an exact repeat, or a contradiction. */
import { problem, type Problem } from '../../problem.js';
import { textOf, type Database, type Row } from '../database.js';
import { storedColumns, type FactTable } from '../fact-tables.js';
import { merchantOf } from './merchant-of.js';
import { OF_KNOWN_MERCHANT, problemsOfRows } from './problems-of-rows.js';
import { firstOfRows, moreRows, placeOf } from './row-place.js';

/**
 * An exact repeat of a row is left out with a warning; the same key with other content rejects
 * all its rows and blocks their merchants.
 */
export async function resolveKeys(database: Database, table: FactTable): Promise<Problem[]> {
  if (!(await hasSuspects(database, table))) return [];
  const { name } = table;
  const key = table.key.join(', ');
  const content = Object.entries(table.columns)
    .flatMap(([column, kind]) => Object.keys(storedColumns(column, kind)))
    .join(', ');
  await database.run(`CREATE TEMP TABLE suspect_keys AS
    SELECT ${hashOf(table)} AS hash FROM ${name} WHERE outcome IS NULL GROUP BY ALL HAVING count(*) > 1`);
  await database.run(`
    CREATE TEMP TABLE repeated_keys AS
      SELECT file, record, ${merchantOf(table)} AS merchant_id, concat_ws(' ', ${key}) AS key_text,
        count(DISTINCT row(${content})) OVER same_key > 1 AS is_conflict,
        row_number() OVER (PARTITION BY ${key} ORDER BY file, record) > 1 AS is_later
      FROM ${name} WHERE outcome IS NULL AND ${hashOf(table)} IN (SELECT hash FROM suspect_keys)
      WINDOW same_key AS (PARTITION BY ${key})
      QUALIFY count(*) OVER same_key > 1;
    UPDATE ${name} SET outcome =
        CASE WHEN repeats.is_conflict THEN 'rejected' ELSE 'exact_duplicate' END::row_outcome
      FROM repeated_keys AS repeats
      WHERE ${name}.file = repeats.file AND ${name}.record = repeats.record
        AND (repeats.is_conflict OR repeats.is_later)`);
  const conflicts = await problemsOfRows(
    database,
    `SELECT *, ${OF_KNOWN_MERCHANT} FROM repeated_keys WHERE is_conflict ORDER BY file, record`,
    (row) => conflictProblem(table, row),
  );
  // repeats do no harm: those of a merchant in one file are told in one line
  const repeats = await problemsOfRows(
    database,
    `SELECT merchant_id, ${firstOfRows('repeats')}, arg_min(key_text, (file, record)) AS key_text,
        ${OF_KNOWN_MERCHANT}
      FROM repeated_keys AS repeats WHERE is_later AND NOT is_conflict
      GROUP BY repeats.file, merchant_id ORDER BY file, record`,
    (row) => repeatProblem(table, row),
  );
  await database.run('DROP TABLE suspect_keys; DROP TABLE repeated_keys');
  return conflicts.concat(repeats);
}

/**
 * Whether any key may occur twice. Hashes tell it many times faster than the keys themselves; two keys
 * of one hash are merely looked at more closely.
 */
async function hasSuspects(database: Database, table: FactTable): Promise<boolean> {
  const [counted] =
    await database.rows(`SELECT count(*) AS row_count, count(DISTINCT ${hashOf(table)}) AS hashes
    FROM ${table.name} WHERE outcome IS NULL`);
  return counted?.['row_count'] !== counted?.['hashes'];
}

function hashOf({ key }: FactTable): string {
  return `hash(${key.join(', ')})`;
}

function conflictProblem(table: FactTable, row: Row): Problem {
  const place = { ...placeOf(row), column: table.key[0] ?? null };
  const key = textOf(row, 'key_text');
  return problem('key-conflict', place, { case: 'facts', columns: table.key, key });
}

function repeatProblem(table: FactTable, row: Row): Problem {
  const place = { ...placeOf(row), column: table.key[0] ?? null };
  const values = { key: textOf(row, 'key_text'), moreRows: moreRows(row) };
  return problem('row-repeated', place, values);
}
