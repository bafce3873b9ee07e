/** One pass over a file's bytes: its hash, and whether the engine may read its text, unpacked, as it is. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { BlankLines } from './blank-lines.js';
import type { Packing } from './fact-file.js';
import { lastCharacterBoundary } from './last-character-boundary.js';
import { LinesAbove } from './lines-above.js';
import { QuotedCells } from './quoted-cells.js';
import { OuterBlanks } from './outer-blanks.js';
import { textBytes } from './text-bytes.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface TextDigest {
  readonly sha256: string;
  /** Of the file, in bytes, as `sha256` is. */
  readonly size: number;
  readonly isUtf8: boolean;
  readonly hasNul: boolean;
  /** Whether all lines end alike: the engine reads no file that mixes its line ends. */
  readonly hasOneLineEnd: boolean;
  /** Whether a blank line may stand between rows; one inside quotes is taken for one too. */
  readonly hasBlankLines: boolean;
  readonly hasQuotes: boolean;
  /** Whether a cell may begin or end with a blank. */
  readonly hasOuterBlanks: boolean;
  /** Whether the file ends inside a quoted cell. */
  readonly endsInQuotes: boolean;
}

/** The lines above the header may hold any quotes. A chunk is cut before an unfinished character, so none is judged in half. */
export async function digestText(
  path: string,
  packing: Packing,
  linesAbove: number,
  delimiter: string,
): Promise<TextDigest> {
  const hash = createHash('sha256');
  const ends = new LineEnds();
  const above = new LinesAbove(linesAbove);
  const blankLines = new BlankLines();
  const quotes = new QuotedCells(linesAbove, delimiter);
  const blanks = new OuterBlanks(delimiter);
  let size = 0;
  let utf8 = true;
  let hasNul = false;
  let hasQuotes = false;
  let rest: Buffer = Buffer.alloc(0);
  const bytes = textBytes(path, packing, (piece) => {
    hash.update(piece);
    size += piece.length;
  });
  for await (const chunk of bytes) {
    ends.add(chunk);
    blankLines.add(chunk.subarray(above.end(chunk)));
    quotes.add(chunk);
    blanks.add(chunk);
    hasNul ||= chunk.includes(0);
    hasQuotes ||= chunk.includes('"');
    const text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = lastCharacterBoundary(text);
    utf8 &&= isUtf8(text.subarray(0, end));
    rest = text.subarray(end);
  }
  return {
    sha256: hash.digest('hex'),
    size,
    isUtf8: utf8 && rest.length === 0,
    hasNul,
    hasOneLineEnd: ends.areAlike(),
    hasBlankLines: blankLines.areThere(),
    hasQuotes,
    hasOuterBlanks: blanks.areThere() || quotes.mayHaveOuterLineEnd(),
    endsInQuotes: quotes.isOpen(),
  };
}

/** Counts line feeds and carriage returns: all lines end alike where there is none of one, or as many of both. */
class LineEnds {
  private feeds = 0;
  private returns = 0;
  private pairs = 0;
  private endedInReturn = false;

  add(chunk: Buffer): void {
    if (this.returns === 0 && !chunk.includes(CARRIAGE_RETURN)) {
      this.feeds += chunk.includes(LINE_FEED) ? 1 : 0;
      return;
    }
    if (this.endedInReturn && chunk[0] === LINE_FEED) this.pairs++;
    for (
      let at = chunk.indexOf(CARRIAGE_RETURN);
      at >= 0;
      at = chunk.indexOf(CARRIAGE_RETURN, at + 1)
    ) {
      this.returns++;
      if (chunk[at + 1] === LINE_FEED) this.pairs++;
    }
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1))
      this.feeds++;
    this.endedInReturn = chunk.at(-1) === CARRIAGE_RETURN;
  }

  areAlike(): boolean {
    return this.returns === 0 || (this.pairs === this.returns && this.pairs === this.feeds);
  }
}
