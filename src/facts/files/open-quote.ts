/**
 * Whether a CSV ends inside a quoted cell: the engine then drops all from that cell on without a word.
 *
 * Only a quote at the start of a cell opens one: `="3515"` and `5" disk` do not. No byte of a
 * character in UTF-8 or GB18030 is that of a quote, a comma or a line end.
 */
import { LinesAbove } from './lines-above.js';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

export class OpenQuote {
  private isInside = false;
  /** A quote inside stood last: the next byte tells whether it is doubled or closes. */
  private mayClose = false;
  private previous: number | undefined = LINE_FEED;

  private readonly cellStarts: readonly (number | undefined)[];

  private readonly above: LinesAbove;

  /** The first lines are no CSV yet. */
  constructor(linesAbove: number, delimiter = ',') {
    this.above = new LinesAbove(linesAbove);
    this.cellStarts = [delimiter.charCodeAt(0), LINE_FEED, 0x0d];
  }

  add(chunk: Buffer): void {
    let at = this.above.end(chunk);
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
    if (!this.isInside) {
      this.isInside = this.cellStarts.includes(at === 0 ? this.previous : chunk[at - 1]);
    } else if (at + 1 === chunk.length) {
      this.mayClose = true;
    } else if (chunk[at + 1] === QUOTE) {
      return at + 2;
    } else {
      this.isInside = false;
    }
    return at + 1;
  }

  isOpen(): boolean {
    return this.isInside && !this.mayClose;
  }
}
