/** Text and places as they stand in a workbook's XML. */
import { assert } from '../../problem.js';

const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const LETTERS = 26;
const CODE_BEFORE_A = 64;

/**
 * Text for XML: what XML forbids is written as Excel writes it (`_x000B_`), and what looks like that is
 * protected from being read so.
 */
export function xmlText(text: string): string {
  return escapedControls(text).replace(/[&<>"]/g, (character) => SPECIAL[character] ?? character);
}

/** The same for writers that escape the markup by themselves. */
export function escapedControls(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase();
      return `_x${code.padStart(4, '0')}_`;
    });
}

/** The letters of a column, counted from 0: 0 → `A`, 27 → `AB`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(CODE_BEFORE_A + 1 + (column % LETTERS));
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last;
}

/** The inverse, from a cell's reference: `A1` → 0, `AB12` → 27. */
export function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  assert(letters !== undefined, `${reference} is the reference of a cell`);
  return (
    Array.from(letters).reduce(
      (place, letter) => place * LETTERS + letter.charCodeAt(0) - CODE_BEFORE_A,
      0,
    ) - 1
  );
}
