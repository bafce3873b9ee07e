/** A file of facts that the engine can read, whatever its columns are. */
import type { IdentifiedFile } from '../../reference/file-identity.js';

export const FACT_FILE_ENDINGS = ['.csv', '.csv.gz', '.csv.zst', '.parquet', '.xlsx'];

/** Endings in capitals are the same endings. */
export function hasFactEnding(file: string): boolean {
  return FACT_FILE_ENDINGS.some((ending) => file.toLowerCase().endsWith(ending));
}

export type Packing = 'none' | 'gzip' | 'zstd';

export interface FactFile extends IdentifiedFile {
  /** What the engine reads: the file itself, or its text in UTF-8. */
  readonly path: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Whether a quote may stand in it; without one the engine may read it in pieces at once. */
  readonly hasQuotes: boolean;
  /** Whether a cell may begin or end with a blank, and has to be trimmed. */
  readonly hasOuterBlanks: boolean;
  /** Lines that the engine skips before the header. */
  readonly linesAboveHeader: number;
  /** The row in which a spreadsheet shows the header: 0 where its first row is a fact. */
  readonly headerRow: number;
  /** The trimmed names of all columns, in the file's order; blank where a column has none. */
  readonly header: readonly string[];
  /** What stands in the row below it, and which row that is: the names, where the header is a title. */
  readonly belowHeader: { readonly cells: readonly string[]; readonly row: number };
  /** The names in the line above the header, for a header over two rows. */
  readonly namesAbove: readonly string[];
  /** What stands between cells. */
  readonly delimiter: string;
  readonly packing: Packing;
  /** Whether it was a sheet, whose dates are written in ISO 8601. */
  readonly isWorkbook: boolean;
  /** The engine's type of each column of a Parquet file; null where all is text. */
  readonly types: readonly string[] | null;
}
