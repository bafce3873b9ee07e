/** The rows of a reference table as they are written, whatever kind of file holds them. */
import type { Problem } from '../problem.js';

/** A row with its trimmed cells; record 1 is the first row below the header. */
export interface TableRecord {
  readonly record: number;
  readonly cells: readonly string[];
}

export interface ParsedRows {
  /** null where a problem says why there is none. */
  readonly header: readonly string[] | null;
  /** The row in which the header stands: 1, but for blank rows above it. */
  readonly headerRow: number;
  readonly body: readonly TableRecord[];
  readonly problems: readonly Problem[];
}
