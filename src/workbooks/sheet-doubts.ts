/** What a person who looks at a sheet may not see, and what a reader of its cells does not: to be told, since nothing is guessed. */
import { columnLetters, rowsOfRange } from './cell-reference.js';
import type { SheetReading, SheetRow } from './sheet-rows.js';

/** Where a sheet is not what it looks like; nothing of it is left out. */
export interface SheetDoubts {
  /** How many rows below the header are hidden, by hand or by a filter, and the first of them. */
  readonly hiddenRows: { readonly count: number; readonly first: number } | null;
  /** The letters of hidden columns with a header. */
  readonly hiddenColumns: readonly string[];
  /** Merged ranges over several rows below the header: all but the first of these rows are blank. */
  readonly mergedRanges: readonly string[];
}

/** Looks at the rows of a sheet while they are read. */
export class DoubtsSeen {
  private count = 0;
  private first = 0;

  constructor(
    private readonly reading: Pick<SheetReading, 'hiddenColumns' | 'mergedRanges'>,
    private readonly headerRow: SheetRow,
  ) {}

  see({ rowNumber, isHidden }: SheetRow): void {
    if (!isHidden) return;
    if (this.count === 0) this.first = rowNumber;
    this.count++;
  }

  /** Once all rows are read. */
  doubts(): SheetDoubts {
    const { count, first } = this;
    const { cells, rowNumber: headerRow } = this.headerRow;
    const columns = [...this.reading.hiddenColumns].filter((at) => (cells[at] ?? '') !== '');
    return {
      hiddenRows: count === 0 ? null : { count, first },
      hiddenColumns: columns.sort((left, right) => left - right).map(columnLetters),
      mergedRanges: this.reading.mergedRanges.filter((range) => {
        const rows = rowsOfRange(range);
        return rows !== null && rows.first > headerRow && rows.last > rows.first;
      }),
    };
  }
}
