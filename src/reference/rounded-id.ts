/**
 * What a spreadsheet makes of a long id of digits: `260115351520000011` is shown and saved as
 * `2.60115E+17`. Its last digits are gone, and two ids may have become one.
 */

/** At the end, since a source may have put a prefix before it. For JavaScript and for the engine. */
export const ROUNDED_ID = '[0-9](\\.[0-9]+)?[Ee]\\+[0-9]+$';

const PATTERN = new RegExp(ROUNDED_ID);

export function isRoundedId(text: string): boolean {
  return text.includes('+') && PATTERN.test(text);
}
