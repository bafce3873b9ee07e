/**
 * Loads fact tables as text and converts each cell behind a pattern: the engine never guesses.
 *
 * Each table gets, besides its columns and what they come to, `file`, `record` (1 is the first row
 * below the header), `is_faulty`, and `outcome`: what became of the row, null until somebody said.
 */
import type { Problem, ProblemCode } from '../../problem.js';
import { quoted, quotedPath, textOf, wholeOf, type Database } from '../database.js';
import type { FactFile } from '../files/fact-files.js';
import { engineProblem, faultyRows } from './fact-problems.js';
import { storedColumns, type CellKind, type FactTable } from './fact-schema.js';
import { areBlank, csvScan, parquetText } from './scan.js';
import { selectSource } from '../sources/source-select.js';
import type { SourceOutcome } from '../sources/source-cells.js';

const CELL_CHARACTERS_MAX = 1 << 20;

export interface LoadedFacts {
  readonly problems: readonly Problem[];
  /** By file. */
  readonly rowsRead: ReadonlyMap<string, bigint>;
  /** Rows that are blank, or that a source leaves out; they are in no table. */
  readonly leftOut: readonly LeftOutRows[];
}

type LeftOutAtReading = SourceOutcome | 'blank_row';

export interface LeftOutRows {
  readonly file: string;
  readonly outcome: LeftOutAtReading;
  readonly rows: bigint;
}

/** Creates the table of all its files; an unreadable file is a problem that stops the run. */
export async function loadFacts(
  database: Database,
  table: FactTable,
  files: readonly FactFile[],
): Promise<LoadedFacts> {
  const { name } = table;
  const names = files.length === 0 ? [''] : files.map(({ file }) => file);
  await database.run(`CREATE TYPE ${name}_file AS ENUM (${names.map(quoted).join(', ')})`);
  await database.run(`CREATE TEMP TABLE ${name} AS ${typed(table, noRows(table))}`);
  const problems: Problem[] = [];
  const rowsRead = new Map<string, bigint>();
  let before = 0n;
  for (const file of files) {
    try {
      await database.run(`INSERT INTO ${name} ${typed(table, selectFile(table, file, true))}`);
    } catch (error) {
      problems.push(engineProblem(file, error));
    }
    const after = await countRows(database, name);
    if (after > before) rowsRead.set(file.file, after - before);
    // rows keep the order of the file, however many threads have read it
    await database.run(`UPDATE ${name} SET record = rowid + 1 - ${before} WHERE record IS NULL`);
    if (await hasFaults(database, name, before)) {
      const found = faulty(table, selectFile(table, file, false));
      problems.push(...(await faultyRows(database, table, found)));
    }
    before = after;
  }
  return { problems, rowsRead, leftOut: await takeLeftOut(database, table) };
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
  const isLeftOut = `outcome IN ('blank_row', 'source_blank', 'source_zero')`;
  const rows = await database.rows(`SELECT file, outcome, count(*) AS row_count
    FROM ${name} WHERE ${isLeftOut} GROUP BY ALL ORDER BY ALL`);
  if (rows.length > 0) await database.run(`DELETE FROM ${name} WHERE ${isLeftOut}`);
  return rows.map((row) => ({
    file: textOf(row, 'file'),
    outcome: textOf(row, 'outcome') as LeftOutAtReading,
    rows: wholeOf(row, 'row_count'),
  }));
}

/** The cells of a file as text, with `file`, `record` (null where it is to be counted), `broken`, `left_out`. */
function selectFile(table: FactTable, fact: FactFile, mayCountLater: boolean): string {
  const { file, path, header, unnamedColumns, types, mapping, hasQuotes, hasOuterBlanks } = fact;
  if (mapping !== null) return selectSource(fact, mapping);
  const names = Object.keys(table.columns);
  if (types !== null) {
    const typeOf = new Map(header.map((name, at) => [name, types[at] ?? '']));
    const cells = names.map((name) => `${parquetText(name, typeOf.get(name))} AS ${name}`);
    return `SELECT ${quoted(file)} AS file, file_row_number + 1 AS record, false AS broken,
        NULL AS left_out, ${cells.join(', ')}
      FROM read_parquet(${quotedPath(path)}, file_row_number = true)`;
  }
  const inPieces = mayCountLater && !hasQuotes;
  const last = header.at(-1) ?? '';
  const cellOf = (name: string): string => (hasOuterBlanks ? `trim(${name})` : name);
  const cells = names.map(
    (name) => `${header.includes(name) ? `coalesce(${cellOf(name)}, '')` : `''`} AS ${name}`,
  );
  const unnamed = Array.from({ length: unnamedColumns }, (_, at) => `unnamed_${at}`);
  const beyond = [...unnamed, 'beyond_last_column'].map(cellOf);
  return `SELECT ${quoted(file)} AS file, ${inPieces ? 'NULL' : 'row_number() OVER ()'} AS record,
      ${last} IS NULL OR NOT ${areBlank(beyond)} AS broken,
      CASE WHEN ${areBlank([...header.map(cellOf), ...beyond])} THEN 'blank_row' END AS left_out, ${cells.join(', ')}
    FROM ${csvScan(path, [...header, ...unnamed], 1, inPieces)}`;
}

function noRows({ columns }: FactTable): string {
  const cells = Object.keys(columns).map((name) => `'' AS ${name}`);
  return `SELECT '' AS file, 0 AS record, false AS broken, NULL AS left_out, ${cells.join(', ')} LIMIT 0`;
}

/** The rows with their cells converted, as the table has them. */
function typed(table: FactTable, text: string): string {
  const cells = Object.entries(table.columns).flatMap(([name, kind]) => storedColumns(name, kind));
  return `SELECT file::${table.name}_file AS file, record::BIGINT AS record, ${cells.join(', ')},
      ${faultOf(table, (at) => String(at))} IS NOT NULL AS is_faulty,
      coalesce(left_out, CASE WHEN is_faulty THEN 'rejected' END)::row_outcome AS outcome
    FROM ${converted(table, text)}`;
}

/** The rows that are bad, each with its first fault. */
function faulty(table: FactTable, text: string): string {
  const fault = faultOf(
    table,
    (_, code, name) => `{'code': '${code}', 'at': '${name}', 'value': left(${name || "''"}, 80)}`,
  );
  return `SELECT * FROM (SELECT *, ${fault} AS fault FROM ${converted(table, text)}) WHERE fault IS NOT NULL`;
}

/** The first of all faults that a row has, in whatever form it is told; null where it has none. */
function faultOf(
  { columns }: FactTable,
  tell: (at: number, code: ProblemCode, name: string) => string,
): string {
  const whens = Object.entries(columns)
    .flatMap(([name, kind]) =>
      faultConditions(name, kind).map(([condition, code]) => ({ condition, code, name })),
    )
    .map(({ condition, code, name }, at) => `WHEN ${condition} THEN ${tell(at + 1, code, name)}`);
  return `CASE WHEN left_out IS NOT NULL THEN NULL
    WHEN broken THEN ${tell(0, 'row-broken', '')} ${whens.join(' ')} END`;
}

/** Text cells, with what they are read as and what that comes to. */
function converted({ columns }: FactTable, text: string): string {
  const kinds = Object.entries(columns);
  return [parses, parsesOfTheRest, conversions].reduce((rows, step) => {
    const values = kinds.flatMap(([name, kind]) => step(name, kind));
    return values.length === 0 ? rows : `(SELECT *, ${values.join(', ')} FROM ${rows})`;
  }, `(${text})`);
}

/** What conversions start from, once for each cell. */
function parses(name: string, kind: CellKind): string[] {
  switch (kind) {
    case 'time':
      return [`plain_time(${name}) AS ${name}_plain`];
    case 'currency':
      return [`currency_digits(${name}) AS ${name}_digits`];
    default:
      return [];
  }
}

/** A step of its own: else the engine would look for an offset in every time. */
function parsesOfTheRest(name: string, kind: CellKind): string[] {
  if (kind !== 'time') return [];
  return [`CASE WHEN ${name}_plain IS NULL THEN zoned_time(${name}) END AS ${name}_zoned`];
}

function conversions(name: string, kind: CellKind): string[] {
  switch (kind) {
    case 'time':
      return [
        `coalesce(${name}_plain, zone_local(${name}_zoned)) AS ${name}_local`,
        `coalesce(${name}_zoned, zone_instant(${name}_plain)) AS ${name}_instant`,
      ];
    case 'date':
      return [`TRY_CAST(${name} AS DATE) AS ${name}_value`];
    case 'whole':
      return [`TRY_CAST(${name} AS BIGINT) AS ${name}_value`];
    case 'money':
      return [`minor_units(${name}, currency_digits) AS ${name}_minor`];
    default:
      return [];
  }
}

/** Conditions that make a cell bad, in the order in which they are looked for. */
function faultConditions(name: string, kind: CellKind): [string, ProblemCode][] {
  const tooLong: [string, ProblemCode] = [
    `strlen(${name}) > ${CELL_CHARACTERS_MAX}`,
    'cell-too-long',
  ];
  const blank: [string, ProblemCode] = [`${name} = ''`, 'cell-blank'];
  const notDecimal: [string, ProblemCode] = [
    `NOT regexp_full_match(${name}, '-?\\d+(\\.\\d+)?')`,
    'money-malformed',
  ];
  const negative: [string, ProblemCode] = [`${name}[1] = '-'`, 'number-out-of-range'];
  switch (kind) {
    case 'optional':
      return [tooLong];
    case 'text':
      return [blank, tooLong];
    case 'date':
      return [
        blank,
        [
          `NOT regexp_full_match(${name}, '\\d{4}-\\d{2}-\\d{2}') OR TRY_CAST(${name} AS DATE) IS NULL`,
          'date-malformed',
        ],
      ];
    case 'time':
      return [
        blank,
        [`${name}_local IS NULL`, 'time-malformed'],
        [`is_nonexistent(${name}_plain)`, 'time-nonexistent'],
        [`is_ambiguous(${name}_plain)`, 'time-ambiguous'],
      ];
    case 'role':
      return [blank, [`${name} NOT IN ('pre_sales', 'after_sales')`, 'value-unknown']];
    case 'status':
      return [blank, [`${name} NOT IN ('worked', 'absent', 'leave')`, 'value-unknown']];
    case 'whole':
      return [
        blank,
        [
          `NOT regexp_full_match(${name}, '\\d+') OR TRY_CAST(${name} AS BIGINT) IS NULL`,
          'number-malformed',
        ],
      ];
    case 'currency':
      return [blank, [`${name}_digits IS NULL`, 'currency-unknown']];
    case 'amount':
      return [blank, notDecimal, negative];
    case 'money': {
      const isUnread: [string, ProblemCode][] = [
        blank,
        notDecimal,
        negative,
        [`fraction_digits(${name}) > currency_digits`, 'money-too-precise'],
        ['currency_digits IS NOT NULL', 'money-malformed'],
      ];
      const unread = isUnread.map(([condition, code]): [string, ProblemCode] => [
        `${name}_minor IS NULL AND (${condition})`,
        code,
      ]);
      return [...unread, negative];
    }
  }
}
