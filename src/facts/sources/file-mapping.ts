/**
 * The cells of a platform export as SQL: what feeds each column of a fact table, and which rows are
 * left out. Raw columns are named by position, c0, c1, …, since a header may hold any character.
 */
import type { Source } from './source.js';
import { quoted } from '../database.js';
import { FACT_TABLES, type CellKind } from '../fact-tables.js';
import { isoText } from './time-formats.js';

/** Why a source leaves a row out. */
export type SourceOutcome = 'source_blank' | 'source_zero';

/** How a file feeds a table, over its cleaned raw columns. */
export interface FileMapping {
  /** The raw columns that are read. */
  readonly used: readonly number[];
  /** The last raw column that has a name: a row without a cell there is too short. */
  readonly last: number;
  /** SQL text for each column of the table. */
  readonly cells: Readonly<Record<string, string>>;
  /** The first condition that holds says why a row is left out. */
  readonly leftOut: readonly { readonly condition: string; readonly outcome: SourceOutcome }[];
}

/** `at` gives the raw column of a header, or of the table's column that it feeds. */
export function mapCells(
  source: Source,
  header: readonly string[],
  at: (name: string) => number,
): FileMapping {
  const named = [...Object.keys(source.columns), ...source.skipWhereBlank, ...source.skipWhereZero];
  const columns = Object.entries(FACT_TABLES[source.table].columns);
  return {
    used: [...new Set(named.map(at))].sort((left, right) => left - right),
    last: header.findLastIndex((name) => name !== ''),
    cells: Object.fromEntries(
      columns.map(([name, kind]) => [name, cellOf(source, name, kind, at)]),
    ),
    leftOut: [
      ...source.skipWhereBlank.map((name) => ({
        condition: `c${at(name)} = ''`,
        outcome: 'source_blank' as const,
      })),
      ...source.skipWhereZero.map((name) => ({
        condition: `is_zero(c${at(name)})`,
        outcome: 'source_zero' as const,
      })),
    ],
  };
}

function cellOf(
  source: Source,
  name: string,
  kind: CellKind,
  at: (name: string) => number,
): string {
  const text = rawText(source, name, at);
  const prefix = source.idPrefixes[name];
  if (prefix !== undefined) {
    return `CASE WHEN ${text} = '' THEN '' ELSE ${quoted(prefix)} || ${text} END`;
  }
  switch (kind) {
    case 'money': {
      const currency = rawText(source, 'currency', at);
      return `CASE WHEN sign_fits(${text}, ${currency}) THEN signless(${text}) ELSE ${text} END`;
    }
    case 'amount':
      return `signless(${text})`;
    case 'date':
    case 'time':
      return isoText(text, source.times, kind);
    default:
      return text;
  }
}

function rawText(source: Source, name: string, at: (name: string) => number): string {
  return name in source.columns ? `c${at(name)}` : quoted(source.constants[name] ?? '');
}
