/** Rows of one key within one export: lines of an order, as its source says what they are. */
import { problem, type Problem } from '../../problem.js';
import { quoted, textOf, type Database } from '../database.js';
import { storedColumns, SUMMED_COLUMNS, type FactTable } from '../fact-tables.js';
import type { Source } from '../sources/source.js';
import { merchantOf } from './merchant-of.js';
import { firstOfRows, moreRows, placeOf } from './row-place.js';

/** A file, and the source that reads it; null where it is the table's by its plain name. */
export interface Reading {
  readonly file: string;
  readonly source: Source | null;
}

/**
 * Lines of one key become one row: their sum (`sum`), or any of them (`repeat`) where they are equal.
 * Where the source says neither, they are rejected: equal ones may be real. Files are looked at one by
 * one, so that two exports that overlap never add up.
 *
 * > `sum`: O1 29.90 and O1 19.90 are O1 49.80. `repeat`: O1 49.80 twice is O1 49.80.
 */
export async function joinLines(
  database: Database,
  table: FactTable,
  readings: readonly Reading[],
): Promise<Problem[]> {
  const filesOf = (lines: Source['lines']): string[] =>
    readings.flatMap(({ file, source }) => (source?.lines === lines ? [file] : []));
  const undecided = SUMMED_COLUMNS[table.name] === undefined ? [] : filesOf(null);
  await sumLines(database, table, filesOf('sum'));
  await leaveOutRepeats(database, table, filesOf('repeat'));
  return undecidedLines(database, table, undecided, readings);
}

/** Makes `lines_of_keys` of the rows whose key occurs again in their file. */
async function findLines(
  database: Database,
  { name, key, columns }: FactTable,
  files: readonly string[],
  without: string,
): Promise<boolean> {
  if (files.length === 0) return false;
  const content = Object.entries(columns)
    .filter(([column]) => column !== without)
    .flatMap(([column, kind]) => Object.keys(storedColumns(column, kind)));
  const isOfFiles = `file IN (${files.map(quoted).join(', ')})`;
  await database.run(`CREATE TEMP TABLE lines_of_keys AS
    SELECT file, record, count(DISTINCT row(${content.join(', ')})) OVER lines = 1 AS are_alike,
      bool_or(is_faulty) OVER lines AS any_faulty,
      min(record) OVER lines = record AS is_first, concat_ws(chr(31), ${key.join(', ')}) AS key_text
    FROM ${name} WHERE (outcome IS NULL OR is_faulty) AND ${isOfFiles}
    WINDOW lines AS (PARTITION BY file, ${key.join(', ')})
    QUALIFY count(*) OVER lines > 1`);
  return true;
}

async function sumLines(
  database: Database,
  table: FactTable,
  files: readonly string[],
): Promise<void> {
  const { name } = table;
  const summed = SUMMED_COLUMNS[name];
  if (summed === undefined || !(await findLines(database, table, files, summed))) return;
  const isOfLine = (lines: string): string =>
    `${name}.file = ${lines}.file AND ${name}.record = ${lines}.record`;
  await database.run(`
    UPDATE ${name} SET outcome = 'rejected' FROM lines_of_keys AS lines
      WHERE ${isOfLine('lines')} AND any_faulty;
    CREATE TEMP TABLE line_sums AS SELECT lines.file, arg_min(lines.record, lines.record) AS record, ${sumOf(table)}
      FROM ${name} JOIN lines_of_keys AS lines ON ${isOfLine('lines')}
      WHERE are_alike AND NOT any_faulty GROUP BY lines.file, key_text;
    UPDATE ${name} SET ${assigned(table)} FROM line_sums WHERE ${isOfLine('line_sums')};
    UPDATE ${name} SET outcome = 'source_joined'${name === 'orders' ? ', amount_minor = 0' : ''} FROM lines_of_keys AS lines
      WHERE ${isOfLine('lines')} AND are_alike AND NOT any_faulty AND NOT is_first`);
  await database.run('DROP TABLE line_sums; DROP TABLE lines_of_keys');
}

/** Orders keep minor units, refunds and consultations their text. */
function sumOf({ name }: FactTable): string {
  switch (name) {
    case 'orders':
      return `TRY_CAST(sum(amount_minor) AS BIGINT) AS total, '' AS total_text`;
    case 'refunds':
      return `0::BIGINT AS total, sum(TRY_CAST(amount AS DECIMAL(36, 6)))::VARCHAR AS total_text`;
    default:
      return `TRY_CAST(sum(consultations_value) AS BIGINT) AS total, sum(consultations_value)::VARCHAR AS total_text`;
  }
}

function assigned({ name }: FactTable): string {
  if (name === 'orders') return 'amount_minor = total';
  if (name === 'refunds') return 'amount = significant(total_text)';
  return 'consultations = total_text, consultations_value = total';
}

async function leaveOutRepeats(
  database: Database,
  table: FactTable,
  files: readonly string[],
): Promise<void> {
  const { name } = table;
  if (!(await findLines(database, table, files, ''))) return;
  await database.run(`
    UPDATE ${name} SET outcome = 'exact_duplicate' FROM lines_of_keys AS lines
      WHERE ${name}.file = lines.file AND ${name}.record = lines.record
        AND are_alike AND NOT any_faulty AND NOT is_first`);
  await database.run('DROP TABLE lines_of_keys');
}

async function undecidedLines(
  database: Database,
  table: FactTable,
  files: readonly string[],
  readings: readonly Reading[],
): Promise<Problem[]> {
  const { name } = table;
  if (!(await findLines(database, table, files, ''))) return [];
  await database.run(`UPDATE ${name} SET outcome = 'rejected' FROM lines_of_keys AS lines
    WHERE ${name}.file = lines.file AND ${name}.record = lines.record`);
  const rows = await database.rows(`SELECT ${firstOfRows('found')}, merchant_id,
      arg_min(key_text, (found.file, found.record)) AS key_text, bool_and(are_alike) AS are_alike
    FROM (SELECT lines.file, lines.record, key_text, are_alike, nullif(${merchantOf(table)}, '') AS merchant_id
      FROM lines_of_keys AS lines JOIN ${name} USING (file, record)) AS found
    GROUP BY found.file, merchant_id ORDER BY file, merchant_id`);
  await database.run('DROP TABLE lines_of_keys');
  return rows.map((row) => {
    const place = placeOf(row);
    return problem(
      'lines-undecided',
      { ...place, column: table.key[0] ?? null },
      {
        areAlike: row['are_alike'] === true,
        columns: table.key,
        key: textOf(row, 'key_text').replaceAll('\u001f', ' ').trim(),
        summed: SUMMED_COLUMNS[name] ?? '',
        position: readings.find(({ file }) => file === place.file)?.source?.position ?? 0,
        moreRows: moreRows(row),
      },
    );
  });
}
