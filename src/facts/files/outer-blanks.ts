/**
 * Whether any cell of a CSV may begin or end with a blank. Where none does the engine need not trim
 * each cell, which would take as long as all else that it does with them.
 */
const BLANK = 0x20;
const QUOTE = 0x22;

export class OuterBlanks {
  private readonly cellEnds: ReadonlySet<number | undefined>;
  private found = false;
  /** What stood before this piece: at first, as if a line had ended. */
  private previous: number | undefined = 0x0a;

  constructor(delimiter = ',') {
    this.cellEnds = new Set([delimiter.charCodeAt(0), 0x0a, 0x0d, QUOTE]);
  }

  add(chunk: Buffer): void {
    if (chunk.length === 0) return;
    // a blank or an end at the edge of a piece may meet its counterpart in the next one
    this.found ||= this.meetsAtEdge(chunk[0]);
    for (let at = chunk.indexOf(BLANK); at >= 0 && !this.found; at = chunk.indexOf(BLANK, at + 1)) {
      this.found = at > 0 && this.cellEnds.has(chunk[at - 1]);
      this.found ||= at + 1 < chunk.length && this.cellEnds.has(chunk[at + 1]);
    }
    this.previous = chunk.at(-1);
  }

  private meetsAtEdge(first: number | undefined): boolean {
    return (
      (first === BLANK && this.cellEnds.has(this.previous)) ||
      (this.previous === BLANK && this.cellEnds.has(first))
    );
  }

  /** Once all pieces are added. */
  areThere(): boolean {
    return this.found || this.previous === BLANK;
  }
}
