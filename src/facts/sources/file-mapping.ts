/**
 * The cells of a platform export as SQL: what feeds each column of a fact table, and which rows are
 * left out. Raw columns are named by position, c0, c1, …, since a header may hold any character.
 */
import type { Source } from './source.js';
import { isOneOf, quoted } from '../database.js';
import { FACT_TABLES, type CellKind } from '../fact-tables.js';
import type { DecimalMark } from '../files/text-reading.js';
import { isoText, type TimeFormat } from './time-formats.js';

/** Why a source leaves a row out. */
export type SourceOutcome = 'source_blank' | 'source_zero' | 'source_value' | 'below_header';

/** How a file feeds a table, over its cleaned raw columns. */
export interface FileMapping {
  /** The raw columns that are read. */
  readonly used: readonly number[];
  /** The last raw column that has a name: a row without a cell there is too short. */
  readonly last: number;
  /** The raw column that holds the record, where it is not the place of the row. */
  readonly recordAt: number | null;
  /** Cells that stand for no cell. */
  readonly blanks: readonly string[];
  /** With which numbers that are no text become text. */
  readonly decimalMark: DecimalMark;
  /** SQL text for each column of the table. */
  readonly cells: Readonly<Record<string, string>>;
  /** What its times are read by, and the place of its source in the list. */
  readonly times: readonly TimeFormat[];
  readonly position: number;
  /** The first condition that holds says why a row is left out. */
  readonly leftOut: readonly { readonly condition: string; readonly outcome: SourceOutcome }[];
}

/** The headers that a source names, each by the column of the table that it feeds or as it is. */
export function headersNamed(source: Source): string[] {
  const filters = [
    ...source.skipWhereBlank,
    ...source.skipWhereZero,
    ...Object.keys(source.skipWhere),
    ...Object.keys(source.keepWhere),
  ];
  return [
    ...new Set([
      ...Object.values(source.columns).flat(),
      ...filters.flatMap((name) => source.columns[name] ?? [name]),
    ]),
  ];
}

/** `at` gives the raw column of a header. */
export function mapCells(
  source: Source,
  header: readonly string[],
  at: (header: string) => number,
): FileMapping {
  const columns = Object.entries(FACT_TABLES[source.table].columns);
  const cell = (name: string): string => rawText(source, name, at);
  return {
    used: headersNamed(source)
      .map(at)
      .sort((left, right) => left - right),
    last: header.findLastIndex((name) => name !== ''),
    recordAt: null,
    blanks: source.blanks,
    decimalMark: source.reading.decimalMark,
    times: source.times,
    position: source.position,
    cells: Object.fromEntries(
      columns.map(([name, kind]) => [name, cellOf(source, name, kind, cell)]),
    ),
    leftOut: leftOut(source, cell),
  };
}

/** The rows as they are, for a query: every column that has a name. */
export function mapRows(source: Source, header: readonly string[]): FileMapping {
  const used = header.flatMap((name, at) => (name === '' ? [] : [at]));
  const at = (name: string): number => header.indexOf(name);
  return {
    used,
    last: header.findLastIndex((name) => name !== ''),
    recordAt: null,
    blanks: source.blanks,
    decimalMark: source.reading.decimalMark,
    times: source.times,
    position: source.position,
    cells: Object.fromEntries(used.map((column) => [`c${column}`, `c${column}`])),
    leftOut: leftOut(source, (name) => rawText(source, name, at)),
  };
}

function leftOut(source: Source, cell: (name: string) => string): FileMapping['leftOut'] {
  return [
    { condition: `record <= ${source.reading.rowsBelowHeader}`, outcome: 'below_header' },
    ...leftOutByCells(source, cell),
  ];
}

function leftOutByCells(source: Source, cell: (name: string) => string): FileMapping['leftOut'] {
  return [
    ...source.skipWhereBlank.map((name) => ({
      condition: `${cell(name)} = ''`,
      outcome: 'source_blank' as const,
    })),
    ...Object.entries(source.skipWhere).map(([name, cells]) => ({
      condition: isOneOf(cell(name), cells),
      outcome: 'source_value' as const,
    })),
    ...Object.entries(source.keepWhere).map(([name, cells]) => ({
      condition: `NOT ${isOneOf(cell(name), cells)}`,
      outcome: 'source_value' as const,
    })),
    ...source.skipWhereZero.map((name) => ({
      condition: `is_zero(${cell(name)})`,
      outcome: 'source_zero' as const,
    })),
  ];
}

function cellOf(
  source: Source,
  name: string,
  kind: CellKind,
  cell: (name: string) => string,
): string {
  const text = translated(cell(name), source.values[name]);
  const prefix = source.idPrefixes[name];
  if (prefix !== undefined) {
    return `CASE WHEN ${text} = '' THEN '' ELSE ${quoted(prefix)} || ${text} END`;
  }
  switch (kind) {
    case 'money': {
      const currency = `upper(${cell('currency')})`;
      const amount = amountText(source, text);
      const marked = `WHEN NOT mark_fits(amount_mark(${text}), ${currency}) THEN ${text}`;
      if (source.namesMarks) return `CASE ${marked} ELSE ${amount} END`;
      return `CASE WHEN is_decimal(${text}) THEN sure_amount(${text}, ${currency})
        ${marked} ELSE sure_amount(${amount}, ${currency}) END`;
    }
    case 'amount':
      return amountText(source, text);
    case 'currency':
      return `upper(${text})`;
    case 'date':
    case 'time':
      return isoText(text, source.times, kind, source.timeZone);
    default:
      return text;
  }
}

/** What a cell stands for, where a source says so. */
function translated(text: string, values: Readonly<Record<string, string>> | undefined): string {
  if (values === undefined) return text;
  const whens = Object.entries(values).map(
    ([cell, value]) => `WHEN ${quoted(cell)} THEN ${quoted(value)}`,
  );
  return whens.length === 0 ? text : `CASE ${text} ${whens.join(' ')} ELSE ${text} END`;
}

function amountText({ namesMarks, reading, thousandsMark }: Source, text: string): string {
  if (!namesMarks) return `plain_amount(unmarked(${text}))`;
  const decimal = quoted(reading.decimalMark);
  return `marked_amount(unmarked(${text}), ${decimal}, ${quoted(thousandsMark ?? '')})`;
}

/** The cell of a header, or what feeds a column of the table: headers joined by a blank, or a constant. */
function rawText(source: Source, name: string, at: (header: string) => number): string {
  if (name in source.constants && !(name in source.columns)) {
    return quoted(source.constants[name] ?? '');
  }
  const isFed = name in FACT_TABLES[source.table].columns;
  const headers = source.columns[name] ?? (isFed && at(name) < 0 ? [] : [name]);
  const cells = headers.map((header) => `c${at(header)}`);
  if (cells.length === 0) return `''`;
  return cells.length === 1 ? String(cells[0]) : `trim(${cells.join(` || ' ' || `)})`;
}
