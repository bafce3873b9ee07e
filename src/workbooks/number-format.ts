/** What a number format makes of a number: a date, a time, a number with leading zeros, or just its digits. */

export interface NumberFormat {
  /** As the file writes it, such as `yyyy\-mm\-dd`. */
  readonly code: string;
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  /** Hours beyond 24 are counted on: `[h]:mm`. */
  readonly isDuration: boolean;
  readonly hasFractionOfSecond: boolean;
  /** `000000` shows 123 as 000123; 0 where nothing is padded */
  readonly paddedDigits: number;
}

export const GENERAL = numberFormat('General');

const DAY = 'yyyy-mm-dd';
const TIME = 'h:mm:ss';
/** Numbers 14 and above of the formats that no file spells out; 27 to 36 and 50 to 58 are those of East Asia. */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number, code: string])[] = [
  [14, 17, DAY],
  [18, 21, TIME],
  [22, 22, `${DAY} ${TIME}`],
  [27, 31, DAY],
  [32, 35, TIME],
  [36, 36, DAY],
  [45, 45, 'mm:ss'],
  [46, 46, '[h]:mm:ss'],
  [47, 47, 'mm:ss.0'],
  [50, 54, DAY],
  [55, 56, TIME],
  [57, 58, DAY],
];

/** The code of a format that is known by its number alone (ECMA-376 part 1, 18.8.30). */
export function builtInCode(number: number): string {
  const range = BUILT_IN_DATES.find(([first, last]) => first <= number && number <= last);
  return range?.[2] ?? 'General';
}

/**
 * Reads a format code. `m` means minutes beside hours or seconds, months otherwise; quoted and escaped
 * text, colours, conditions and locales mean nothing.
 */
export function numberFormat(code: string): NumberFormat {
  const isDuration = /\[(h+|m+|s+)\]/i.test(code);
  const letters = code
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|General|AM\/PM|A\/P/gi, '')
    .toLowerCase();
  const hasTime = /[hs]/.test(letters) || isDuration;
  return {
    code,
    hasDate: /[yd]|a{3}/.test(letters) || (letters.includes('m') && !hasTime),
    hasTime,
    isDuration,
    hasFractionOfSecond: /s\.0/.test(letters),
    paddedDigits: /^0{2,}$/.test(code) ? code.length : 0,
  };
}
