/** Where a cell stands, as a spreadsheet names it: `AB12`. */

export const COLUMNS_MAX = 16_384;
export const ROWS_MAX = 1_048_576;

const LETTERS = 26;
const CODE_BEFORE_A = 64;

/** The letters of a column, counted from 0: 0 → `A`, 27 → `AB`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(CODE_BEFORE_A + 1 + (column % LETTERS));
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last;
}

/** The inverse, from a cell's reference: `A1` → 0, `AB12` → 27. Throws where it is none. */
export function columnOf(reference: string): number {
  let place = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - CODE_BEFORE_A;
    if (letter < 1 || letter > LETTERS) break;
    place = place * LETTERS + letter;
  }
  if (at === 0 || place > COLUMNS_MAX) throw new Error(`a cell at ${reference.slice(0, 20)}`);
  return place - 1;
}

/** The first and last row of a range: `A5:A7` → 5 and 7; null where it is none. */
export function rowsOfRange(range: string): { first: number; last: number } | null {
  const [, first, last] = /^[A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(range) ?? [];
  return first === undefined ? null : { first: Number(first), last: Number(last) };
}
