/** One entry of `sources.json`: how the exports of one kind feed one fact table. */
import type { FactTableName } from '../fact-tables.js';
import type { TimeFormat } from './time-formats.js';

export const SOURCES_FILE = 'sources.json';

export interface Source {
  /** 1 is the first of the list. */
  readonly position: number;
  readonly table: FactTableName;
  /** A glob in the input folder. */
  readonly files: string;
  /** The header of the export that feeds each column. */
  readonly columns: Readonly<Record<string, string>>;
  /** What every row has in a column that the export lacks; null: a blank cell, meant so. */
  readonly constants: Readonly<Record<string, string | null>>;
  readonly times: readonly TimeFormat[];
  /** Lines above the header. */
  readonly skipLines: number;
  /** Rows are left out where any of these is blank: columns of the table, or headers of the export. */
  readonly skipWhereBlank: readonly string[];
  /** The same, where any is an amount of 0. */
  readonly skipWhereZero: readonly string[];
  /** What is put before the ids of a column. */
  readonly idPrefixes: Readonly<Record<string, string>>;
}
