/**
 * Rows of text → rows of values, in SQL: each cell is converted behind a pattern, and what does not
 * convert is told as the fault of its row.
 */
import type { ProblemCode } from '../../problem.js';
import { storedColumns, type CellKind, type FactTable } from '../fact-tables.js';
import { cellFaults } from './cell-faults.js';

/** The rows as the table keeps them. */
export function typedRows(table: FactTable, text: string): string {
  const cells = Object.entries(table.columns).flatMap(([name, kind]) =>
    Object.keys(storedColumns(name, kind)),
  );
  return `SELECT file::${table.name}_file AS file, record::BIGINT AS record, ${cells.join(', ')},
      ${firstFault(table, (at) => String(at))} IS NOT NULL AS is_faulty,
      coalesce(left_out, CASE WHEN is_faulty THEN 'rejected' END)::row_outcome AS outcome
    FROM (${convertedRows(table, text)})`;
}

/** The bad rows, each with its first fault. */
export function faultyRows(table: FactTable, text: string): string {
  const fault = firstFault(
    table,
    (_, code, name) => `{'code': '${code}', 'at': '${name}', 'value': left(${name || "''"}, 80)}`,
  );
  return `SELECT * FROM (SELECT *, ${fault} AS fault FROM (${convertedRows(table, text)})) WHERE fault IS NOT NULL`;
}

/** The first fault of a row as `tell` puts it, by its place among all that there may be; NULL where the row has none. */
function firstFault(
  { columns }: FactTable,
  tell: (at: number, code: ProblemCode, name: string) => string,
): string {
  const whens = Object.entries(columns)
    .flatMap(([name, kind]) => cellFaults(name, kind).map((fault) => ({ ...fault, name })))
    .map(({ condition, code, name }, at) => `WHEN ${condition} THEN ${tell(at + 1, code, name)}`);
  return `CASE WHEN left_out IS NOT NULL THEN NULL
    WHEN broken THEN ${tell(0, 'row-broken', '')} ${whens.join(' ')} END`;
}

/** Text cells, with what they are read as and what that comes to. */
function convertedRows({ columns }: FactTable, text: string): string {
  const kinds = Object.entries(columns);
  return [parses, parsesOfTheRest, conversions].reduce((rows, step) => {
    const values = kinds.flatMap(([name, kind]) => step(name, kind));
    return values.length === 0 ? rows : `SELECT *, ${values.join(', ')} FROM (${rows})`;
  }, text);
}

/** Times of which exports often give the day alone: a commission asks for no more. */
const DAY_IS_ENOUGH: ReadonlySet<string> = new Set(['paid_at', 'refunded_at']);

/** What conversions start from, once for each cell. */
function parses(name: string, kind: CellKind): string[] {
  switch (kind) {
    case 'time':
      return [
        `${DAY_IS_ENOUGH.has(name) ? 'plain_time_or_day' : 'plain_time'}(${name}) AS ${name}_plain`,
      ];
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
