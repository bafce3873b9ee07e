/**
 * The lines above the header of an export: a title, dates, a note.
 *
 * The engine counts skipped lines by its own reading of quotes: where one of them begins with a quote
 * that is not closed, it skips the whole file without a word. Such lines are cut off before it reads.
 */

const LINE = '[^\\r\\n]*(?:\\r\\n?|\\n)';

/** The first lines of a text, with their ends. */
export function linesAbove(text: string, count: number): string {
  return new RegExp(`^(?:${LINE}){0,${count}}`).exec(text)?.[0] ?? '';
}

/** Those lines, and the blank ones between them and the header. */
export function linesToHeader(text: string, count: number): number {
  const below = text.slice(linesAbove(text, count).length);
  const blank = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(below)?.[0] ?? '';
  return count + blank.split(/\r\n?|\n/).length - 1;
}

/** A text with line feeds alone, without its first lines. */
export function withoutLines(
  count: number,
): (pieces: AsyncIterable<string>) => AsyncIterable<string> {
  return async function* (pieces) {
    let left = count;
    for await (const piece of pieces) {
      let from = 0;
      while (left > 0) {
        const end = piece.indexOf('\n', from);
        from = end < 0 ? piece.length : end + 1;
        if (end < 0) break;
        left--;
      }
      yield piece.slice(from);
    }
  };
}

/** Where the first lines of a text end that comes in pieces. */
export class LinesAbove {
  constructor(private left: number) {}

  /** Where the text below them begins in this piece. */
  end(piece: Buffer): number {
    let at = 0;
    for (; this.left > 0; this.left--) {
      const feed = piece.indexOf(0x0a, at);
      if (feed < 0) return piece.length;
      at = feed + 1;
    }
    return at;
  }
}
