/** One entry of `sources.json`: how the exports of one kind feed one fact table. */
import type { FactTableName } from '../fact-tables.js';
import type { TextReading } from '../files/text-reading.js';
import { parseTimeFormat, type TimeFormat } from './time-formats.js';

export const SOURCES_FILE = 'sources.json';

/** By header of the export, or column of the table that it feeds: cells. */
export type CellsOf = Readonly<Record<string, readonly string[]>>;

export interface Source {
  /** 1 is the first of the list. */
  readonly position: number;
  readonly table: FactTableName;
  /** A glob in the input folder. */
  readonly files: string;
  /** The file of a query, which makes the columns; null: `columns` says what feeds them. */
  readonly query: string | null;
  /** How long it may take for a file. */
  readonly queryMinutes: number;
  /** The text of the query, where it comes with the program; null: it is a file of the input folder. */
  readonly presetQuery: string | null;
  /** The headers of the export that feed each column, joined by a blank. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** What every row has in a column that the export lacks; null: a blank cell, meant so. */
  readonly constants: Readonly<Record<string, string | null>>;
  readonly times: readonly TimeFormat[];
  /** Of times without an offset; null: the provider's. */
  readonly timeZone: string | null;
  /** By column, what a cell stands for. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly reading: TextReading;
  /** Rows are left out where any of these is blank: columns of the table, or headers of the export. */
  readonly skipWhereBlank: readonly string[];
  /** The same, where any is an amount of 0. */
  readonly skipWhereZero: readonly string[];
  /** The same, where any is one of these cells. */
  readonly skipWhere: CellsOf;
  /** Headers that a file may lack: no row is left out by them then. */
  readonly mayLack: readonly string[];
  /** The same, where any is none of these cells. */
  readonly keepWhere: CellsOf;
  /** What several rows of one key in one file are; null: nobody has said. */
  readonly lines: 'sum' | 'repeat' | null;
  /** Whether each row is one consultation. */
  readonly countRows: boolean;
  /** Cells that stand for no cell. */
  readonly blanks: readonly string[];
  /** null: one is read only where it can be nothing else. */
  readonly thousandsMark: string | null;
  /** Whether the marks of numbers are named, and none is guessed. */
  readonly namesMarks: boolean;
  /** What is put before the ids of a column. */
  readonly idPrefixes: Readonly<Record<string, string>>;
}

/** A date cell may show a date alone where a time is wanted, and the other way round. */
const FORMATS_OF_SHEETS = ['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ss"];

/** The source as it reads a workbook. */
export function withDatesOfSheets(source: Source): Source {
  const formats = FORMATS_OF_SHEETS.map(parseTimeFormat);
  return {
    ...source,
    times: [...source.times, ...formats.flatMap((one) => ('fault' in one ? [] : one))],
  };
}
