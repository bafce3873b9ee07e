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
