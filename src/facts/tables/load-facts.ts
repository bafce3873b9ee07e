/**
 * Loads fact tables as text and converts each cell behind a pattern: the engine never guesses.
 *
 * Each table gets, besides its columns and what they come to, `file`, `record` (1 is the first row
 * below the header), `is_faulty`, and `outcome`: what became of the row, null until it is known.
 */
import type { Problem } from '../../problem.js';
import { RowProblems } from '../../row-problems.js';
import { quoted, textOf, wholeOf, type Database } from '../database.js';
import { emptyTable } from '../engine-tables/engine-tables.js';
import type { FactTable } from '../fact-tables.js';
import type { SourceOutcome } from '../sources/file-mapping.js';
import type { RowOutcome } from '../../row-outcome.js';
import { throwEngineFault } from '../engine-fault.js';
import { addFaultyRows } from './add-faulty-rows.js';
import { engineProblem } from './engine-problem.js';
import { selectFile } from './select-file.js';
import type { TableFile } from './table-file.js';
import { faultyRows, typedRows } from './typed-rows.js';

export interface LoadedFacts {
  readonly problems: readonly Problem[];
  /** By file. */
  readonly rowsRead: ReadonlyMap<string, bigint>;
  /** Rows that are blank, or that a source leaves out; they are in no table. */
  readonly leftOut: readonly LeftOutRows[];
}

const LEFT_OUT_AT_READING: readonly (SourceOutcome | 'blank_row')[] = [
  'blank_row',
  'below_header',
  'source_blank',
  'source_zero',
  'source_value',
];
type LeftOutAtReading = (typeof LEFT_OUT_AT_READING)[number];

export interface LeftOutRows {
  readonly file: string;
  readonly outcome: RowOutcome;
  readonly rows: bigint;
}

/** Makes the table of all its files; an unreadable file is a problem that stops the run. */
export async function loadFacts(
  database: Database,
  table: FactTable,
  files: readonly TableFile[],
): Promise<LoadedFacts> {
  const { name } = table;
  const names = files.length === 0 ? [''] : files.map(({ file }) => file);
  await database.run(`CREATE TYPE ${name}_file AS ENUM (${names.map(quoted).join(', ')})`);
  await database.run(emptyTable(name));
  const problems = new RowProblems();
  const rowsRead = new Map<string, bigint>();
  let before = 0n;
  for (const file of files) {
    try {
      await database.run(`INSERT INTO ${name} ${typedRows(table, selectFile(table, file, true))}`);
    } catch (error) {
      throwEngineFault(error);
      problems.add(engineProblem(file, error));
    }
    const after = await countRows(database, name);
    if (after > before) rowsRead.set(file.file, after - before);
    // rows keep the order of the file, however many threads have read it
    await database.run(`UPDATE ${name} SET record = rowid + 1 - ${before} WHERE record IS NULL`);
    if (await hasFaults(database, name, before)) {
      const faulty = faultyRows(table, selectFile(table, file, false));
      await addFaultyRows(problems, database, table, faulty, file.mapping);
    }
    before = after;
  }
  return { problems: problems.all(), rowsRead, leftOut: await takeLeftOut(database, table) };
}

async function countRows(database: Database, name: string): Promise<bigint> {
  const [row] = await database.rows(`SELECT count(*) AS row_count FROM ${name}`);
  return row === undefined ? 0n : wholeOf(row, 'row_count');
}

async function hasFaults(database: Database, name: string, before: bigint): Promise<boolean> {
  const found = await database.rows(
    `SELECT 1 FROM ${name} WHERE rowid >= ${before} AND is_faulty LIMIT 1`,
  );
  return found.length > 0;
}

/** Counts the rows that are left out at reading, and takes them out. */
async function takeLeftOut(database: Database, { name }: FactTable): Promise<LeftOutRows[]> {
  const isLeftOut = `outcome IN (${LEFT_OUT_AT_READING.map(quoted).join(', ')})`;
  const rows = await database.rows(`SELECT file, outcome, count(*) AS row_count
    FROM ${name} WHERE ${isLeftOut} GROUP BY ALL ORDER BY ALL`);
  if (rows.length > 0) await database.run(`DELETE FROM ${name} WHERE ${isLeftOut}`);
  return rows.map((row) => ({
    file: textOf(row, 'file'),
    outcome: textOf(row, 'outcome') as LeftOutAtReading,
    rows: wholeOf(row, 'row_count'),
  }));
}
