/**
 * Loads fact tables as text and converts each cell behind a pattern: the engine never guesses.
 *
 * Each table gets, besides its columns, `file`, `record` (1 is the first row below the header),
 * `fault_code`, `fault_column`, `fault_value` of its first bad cell, and `outcome`: what became of
 * the row, null until somebody said.
 */
import { allCurrencies } from '../money/currency.js';
import type { Problem, ProblemCode } from '../problem.js';
import { quoted, quotedPath, textOf, wholeOf, type Database } from './database.js';
import type { FactFile } from './fact-files.js';
import { engineProblem, faultyRows } from './fact-problems.js';
import type { CellKind, FactTable } from './fact-schema.js';
import { csvScan, parquetText } from './scan.js';
import { selectSource } from './source-select.js';
import type { SourceOutcome } from './source-cells.js';

const LOCAL_TIME = '\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?';
const OFFSET = '(Z|[+-](0\\d|1[0-8])(:?[0-5]\\d)?)';
const CELL_CHARACTERS_MAX = 1 << 20;

/** The macros and the currency table that conversions use. */
export async function prepareConversions(database: Database, timeZone: string): Promise<void> {
  const zone = quoted(timeZone);
  const local = quoted(LOCAL_TIME);
  const withOffset = quoted(LOCAL_TIME + OFFSET);
  await database.run(`
    CREATE MACRO has_offset(text) AS regexp_full_match(text, ${withOffset});
    CREATE MACRO instant_of_offset(text) AS TRY_CAST(
      CASE WHEN text[17] = ':' THEN text ELSE left(text, 16) || ':00' || substr(text, 17) END
      AS TIMESTAMPTZ);
    CREATE MACRO local_time(text) AS CASE
      WHEN regexp_full_match(text, ${local}) THEN TRY_CAST(text AS TIMESTAMP)
      WHEN has_offset(text) THEN timezone(${zone}, instant_of_offset(text)) END;
    CREATE MACRO instant(text) AS CASE
      WHEN has_offset(text) THEN instant_of_offset(text)
      ELSE timezone(${zone}, local_time(text)) END;
    CREATE MACRO is_nonexistent(text) AS NOT has_offset(text)
      AND timezone(${zone}, instant(text)) <> local_time(text);
    CREATE MACRO is_ambiguous(text) AS NOT has_offset(text) AND (
      timezone(${zone}, instant(text) + INTERVAL 1 HOUR) = local_time(text)
      OR timezone(${zone}, instant(text) - INTERVAL 1 HOUR) = local_time(text));
    CREATE MACRO fraction_digits(text) AS
      CASE WHEN contains(text, '.') THEN strlen(text) - position('.' IN text) ELSE 0 END;
    CREATE MACRO minor_units(text, digits) AS CASE
      WHEN regexp_full_match(text, '-?\\d+(\\.\\d+)?') AND fraction_digits(text) <= digits
      THEN TRY_CAST(replace(text, '.', '') || repeat('0', digits - fraction_digits(text)) AS BIGINT) END;
    CREATE TEMP TABLE currencies (code VARCHAR, digits INTEGER);
    INSERT INTO currencies VALUES ${[...allCurrencies()]
      .map(({ code, fractionDigits }) => `(${quoted(code)}, ${fractionDigits})`)
      .join(', ')};
  `);
}

export interface LoadedFacts {
  readonly problems: readonly Problem[];
  /** By file. */
  readonly rowsRead: ReadonlyMap<string, bigint>;
  /** Rows that a source leaves out; they are in no table. */
  readonly leftOut: readonly LeftOutRows[];
}

export interface LeftOutRows {
  readonly file: string;
  readonly outcome: SourceOutcome;
  readonly rows: bigint;
}

/** Creates the table of all its files; an unreadable file is a problem that stops the run. */
export async function loadFacts(
  database: Database,
  table: FactTable,
  files: readonly FactFile[],
): Promise<LoadedFacts> {
  const names = Object.keys(table.columns);
  await database.run(
    `CREATE TEMP TABLE ${table.name}_text (file VARCHAR, record BIGINT, broken BOOLEAN, left_out VARCHAR,
      ${names.map((name) => `${name} VARCHAR`).join(', ')})`,
  );
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      await database.run(`INSERT INTO ${table.name}_text ${selectFile(table, file)}`);
    } catch (error) {
      problems.push(engineProblem(file, error));
    }
  }
  const counts = await database.rows(
    `SELECT file, count(*) AS row_count FROM ${table.name}_text GROUP BY file`,
  );
  const rowsRead = new Map(counts.map((row) => [textOf(row, 'file'), wholeOf(row, 'row_count')]));
  const leftOut = await leftOutRows(database, table);
  await database.run(typedTable(table));
  return { problems: [...problems, ...(await faultyRows(database, table))], rowsRead, leftOut };
}

async function leftOutRows(database: Database, { name }: FactTable): Promise<LeftOutRows[]> {
  const rows = await database.rows(`SELECT file, left_out, count(*) AS row_count
    FROM ${name}_text WHERE left_out IS NOT NULL GROUP BY ALL ORDER BY ALL`);
  return rows.map((row) => ({
    file: textOf(row, 'file'),
    outcome: textOf(row, 'left_out') as SourceOutcome,
    rows: wholeOf(row, 'row_count'),
  }));
}

function selectFile(table: FactTable, fact: FactFile): string {
  const { file, path, header, types, mapping } = fact;
  if (mapping !== null) return selectSource(fact, mapping);
  const names = Object.keys(table.columns);
  if (types !== null) {
    const typeOf = new Map(header.map((name, at) => [name, types[at] ?? '']));
    const cells = names.map((name) => parquetText(name, typeOf.get(name)));
    return `SELECT ${quoted(file)}, file_row_number + 1, false, NULL, ${cells.join(', ')}
      FROM read_parquet(${quotedPath(path)}, file_row_number = true)`;
  }
  const last = header.at(-1) ?? '';
  const cells = names.map((name) => (header.includes(name) ? `coalesce(trim(${name}), '')` : `''`));
  return `SELECT ${quoted(file)}, row_number() OVER (),
      ${last} IS NULL OR beyond_last_column IS NOT NULL, NULL, ${cells.join(', ')}
    FROM ${csvScan(path, header, 1)}`;
}

/** The table with its cells converted, and the first fault of each row. */
function typedTable(table: FactTable): string {
  const columns = Object.entries(table.columns);
  const converted = columns.flatMap(([name, kind]) => conversions(name, kind));
  const whens = columns.flatMap(([name, kind]) =>
    faultConditions(name, kind).map(
      ([condition, code]) =>
        `WHEN ${condition} THEN {'code': '${code}', 'at': '${name}', 'value': left(${name}, 80)}`,
    ),
  );
  const money = columns.some(([, kind]) => kind === 'money')
    ? 'LEFT JOIN currencies ON currencies.code = source.currency'
    : '';
  return `CREATE TEMP TABLE ${table.name} AS
    SELECT source.* EXCLUDE (left_out), ${[...converted, 'NULL::VARCHAR AS outcome'].join(', ')},
      CASE WHEN broken THEN {'code': 'row-broken', 'at': '', 'value': ''} ${whens.join(' ')} END AS fault
    FROM ${table.name}_text AS source ${money} WHERE left_out IS NULL ORDER BY file, record;
    DROP TABLE ${table.name}_text;
    UPDATE ${table.name} SET outcome = 'rejected' WHERE fault IS NOT NULL;`;
}

function conversions(name: string, kind: CellKind): string[] {
  switch (kind) {
    case 'time':
      return [`local_time(${name}) AS ${name}_local`, `instant(${name}) AS ${name}_instant`];
    case 'date':
      return [`TRY_CAST(${name} AS DATE) AS ${name}_value`];
    case 'whole':
      return [`TRY_CAST(${name} AS BIGINT) AS ${name}_value`];
    case 'money':
      return [`minor_units(${name}, currencies.digits) AS ${name}_minor`];
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
        [`local_time(${name}) IS NULL`, 'time-malformed'],
        [`is_nonexistent(${name})`, 'time-nonexistent'],
        [`is_ambiguous(${name})`, 'time-ambiguous'],
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
      return [blank, [`${name} NOT IN (SELECT code FROM currencies)`, 'currency-unknown']];
    case 'amount':
      return [blank, notDecimal, negative];
    case 'money':
      return [
        blank,
        notDecimal,
        negative,
        [`fraction_digits(${name}) > currencies.digits`, 'money-too-precise'],
        [
          `currencies.digits IS NOT NULL AND minor_units(${name}, currencies.digits) IS NULL`,
          'money-malformed',
        ],
      ];
  }
}
