/**
 * Whether any cell of a CSV may begin or end with a blank. Where none does the engine need not trim
 * each cell, which would take as long as all else that it does with them.
 */
const BLANKS = [0x20, 0x09, 0x0b, 0x0c];
const QUOTE = 0x22;

/** Blanks of several bytes in UTF-8: one anywhere is enough, since they are rare inside a text. */
const WIDE_BLANKS = ['\u00a0', '\u1680', '\u202f', '\u205f', '\u3000', '\ufeff', '\u2028', '\u2029']
  .concat(Array.from({ length: 11 }, (_, at) => String.fromCharCode(0x2000 + at)))
  .map((blank) => Buffer.from(blank));
/** The bytes that they begin with: a text without any has none of them. */
const WIDE_STARTS = [
  ...new Set(WIDE_BLANKS.map((blank) => blank.subarray(0, 2).toString('latin1'))),
];
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

export class OuterBlanks {
  private readonly cellEnds: ReadonlySet<number | undefined>;
  private readonly blanks: readonly number[];
  private found = false;
  /** What stood before this piece: at first, as if a line had ended. */
  private previous: number | undefined = 0x0a;
  /** The last bytes before this piece, in which a wide blank may have begun. */
  private tail: Buffer = Buffer.alloc(0);
  private isStart = true;

  constructor(delimiter = ',') {
    this.cellEnds = new Set([delimiter.charCodeAt(0), 0x0a, 0x0d, QUOTE]);
    this.blanks = BLANKS.filter((blank) => blank !== delimiter.charCodeAt(0));
  }

  add(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.found ||= this.hasWide(chunk);
    // a blank or an end at the edge of a piece may meet its counterpart in the next one
    this.found ||= this.meetsAtEdge(chunk[0]);
    for (const blank of this.blanks) this.found ||= this.hasAtEdge(chunk, blank);
    this.previous = chunk.at(-1);
  }

  private hasAtEdge(chunk: Buffer, blank: number): boolean {
    for (let at = chunk.indexOf(blank); at >= 0; at = chunk.indexOf(blank, at + 1)) {
      if (at > 0 && this.cellEnds.has(chunk[at - 1])) return true;
      if (at + 1 < chunk.length && this.cellEnds.has(chunk[at + 1])) return true;
    }
    return false;
  }

  private hasWide(chunk: Buffer): boolean {
    const whole = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
    const isMarked = this.isStart && whole.subarray(0, 3).equals(BYTE_ORDER_MARK);
    const text = isMarked ? whole.subarray(3) : whole;
    this.isStart &&= whole.length < 3;
    this.tail = Buffer.from(whole.subarray(this.isStart ? 0 : -2));
    return (
      WIDE_STARTS.some((start) => text.includes(start, 0, 'latin1')) &&
      WIDE_BLANKS.some((blank) => text.includes(blank))
    );
  }

  private meetsAtEdge(first: number | undefined): boolean {
    return (
      (this.isBlank(first) && this.cellEnds.has(this.previous)) ||
      (this.isBlank(this.previous) && this.cellEnds.has(first))
    );
  }

  private isBlank(byte: number | undefined): boolean {
    return byte !== undefined && this.blanks.includes(byte);
  }

  /** Once all pieces are added. */
  areThere(): boolean {
    return this.found || this.isBlank(this.previous);
  }
}
