/**
 * The quoted cells of a CSV. Whether it ends inside one: the engine then drops all from that cell on without
 * a word. And whether any may begin or end with a line end, which is a blank to be trimmed like any other.
 *
 * Only a quote at the start of a cell opens one: `="3515"` and `5" disk` do not. No byte of a
 * character in UTF-8 or GB18030 is that of a quote, a comma or a line end.
 */
import { LinesAbove } from './lines-above.js';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export class QuotedCells {
  private isInside = false;
  /** A quote inside stood last: the next byte tells whether it is doubled or closes. */
  private mayClose = false;
  private previous: number | undefined = LINE_FEED;
  /** A quote that opens a cell stood last. */
  private hasJustOpened = false;
  private hasOuterLineEnd = false;

  private readonly cellStarts: readonly (number | undefined)[];

  private readonly above: LinesAbove;

  /** The first lines are no CSV yet. */
  constructor(linesAbove: number, delimiter = ',') {
    this.above = new LinesAbove(linesAbove);
    this.cellStarts = [delimiter.charCodeAt(0), LINE_FEED, CARRIAGE_RETURN];
  }

  add(chunk: Buffer): void {
    let at = this.above.end(chunk);
    if (this.hasJustOpened) this.judgeEdge(chunk[0]);
    this.hasJustOpened = false;
    if (this.mayClose) {
      this.mayClose = false;
      if (chunk[0] === QUOTE) at = 1;
      else this.isInside = false;
    }
    for (at = chunk.indexOf(QUOTE, at); at >= 0; at = chunk.indexOf(QUOTE, at)) {
      at = this.next(chunk, at);
    }
    this.previous = chunk.at(-1);
  }

  /** Judges the quote at a place, and says where to look on. */
  private next(chunk: Buffer, at: number): number {
    const before = at === 0 ? this.previous : chunk[at - 1];
    if (!this.isInside) {
      this.isInside = this.cellStarts.includes(before);
      this.hasJustOpened = this.isInside && at + 1 === chunk.length;
      if (this.isInside) this.judgeEdge(chunk[at + 1]);
      return at + 1;
    }
    this.judgeEdge(before);
    if (at + 1 === chunk.length) {
      this.mayClose = true;
    } else if (chunk[at + 1] === QUOTE) {
      return at + 2;
    } else {
      this.isInside = false;
    }
    return at + 1;
  }

  /** The byte behind an opening quote, or before one that may close. */
  private judgeEdge(byte: number | undefined): void {
    this.hasOuterLineEnd ||= byte === LINE_FEED || byte === CARRIAGE_RETURN;
  }

  /** Once all pieces are added. */
  isOpen(): boolean {
    return this.isInside && !this.mayClose;
  }

  mayHaveOuterLineEnd(): boolean {
    return this.hasOuterLineEnd;
  }
}
