/** What to do about a cell that is no plain decimal, named after what is found in it. */

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/[\uFF01-\uFF5E]/, 'type it with half-width digits and a half-width point: 1234.50'],
  [/[¥￥$€£元]|CNY|RMB|USD/i, 'leave the currency out of the cell; it has a column of its own'],
  [/%$/, 'write a share as a decimal fraction: 0.02 for 2 %'],
  [/^-?\d{1,3}([,' ]\d{3})+(\.\d+)?$/, 'leave the thousands separator out: 1234.50'],
  [/^-?\d+,\d+$/, 'write a decimal point in place of the comma: 1234.50'],
  [
    /^-?[\d.]+E[+-]?\d+$/i,
    'a spreadsheet shortened it: show the column as plain numbers, and save again',
  ],
  [/^\(.*\)$/, 'write a minus in place of the brackets: -1234.50'],
];

/** > `1,234.50` → leave the thousands separator out: 1234.50. */
export function decimalHint(cell: string): string {
  const [, hint] = HINTS.find(([pattern]) => pattern.test(cell)) ?? [];
  return hint ?? 'write digits, and if need be a point and more digits: 1234.50';
}
