/**
 * Blank lines between the rows of a CSV: a spreadsheet shows each as a row, and the engine reads past them without
 * counting. Where there are any, each becomes a row of blank cells before the engine reads, so that rows are
 * numbered as people see them. Blank lines below the last row are none.
 */
import { QuotedCells } from './quoted-cells.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** What may have to stand before a piece for a blank line to be seen that reaches into it. */
const TAIL_BYTES = 4;

/** Whether there may be any, in a text that comes in pieces; one inside quotes is taken for one too. */
export class BlankLines {
  private isFound = false;
  private tail: Buffer = Buffer.alloc(0);

  add(piece: Buffer): void {
    if (this.isFound) return;
    const text = Buffer.concat([this.tail, piece]);
    const end = endOfText(text);
    const rows = text.subarray(0, end);
    const hasReturns = rows.includes(CARRIAGE_RETURN);
    this.isFound = rows.includes('\n\n') || (hasReturns && rows.includes('\n\r\n'));
    this.tail = Buffer.from(text.subarray(Math.max(end - 1, text.length - TAIL_BYTES, 0)));
  }

  areThere(): boolean {
    return this.isFound;
  }
}

/** Behind the last byte that ends no line. */
function endOfText(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === LINE_FEED || bytes[end - 1] === CARRIAGE_RETURN)) end--;
  return end;
}

/** A text with line feeds alone, from its header on: each blank line between rows gets blank cells. */
export function withBlankRows(
  delimiter: string,
): (pieces: AsyncIterable<string>) => AsyncIterable<string> {
  return async function* (pieces) {
    const rows = new BlankRows(delimiter);
    let rest = '';
    for await (const piece of pieces) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      yield lines.map((line) => rows.with(line)).join('');
    }
    if (rest !== '') yield rows.with(rest);
  };
}

class BlankRows {
  private blanks = 0;
  private readonly quotes: QuotedCells;

  constructor(private readonly delimiter: string) {
    this.quotes = new QuotedCells(0, delimiter);
  }

  /** What is written of a line: a blank one waits for a row that follows it. */
  with(line: string): string {
    if (line === '' && !this.quotes.isOpen()) {
      this.blanks++;
      return '';
    }
    const before = `${this.delimiter}\n`.repeat(this.blanks);
    this.blanks = 0;
    // a line without a quote changes nothing
    if (line.includes('"')) this.quotes.add(Buffer.from(`${line}\n`));
    return `${before}${line}\n`;
  }
}
