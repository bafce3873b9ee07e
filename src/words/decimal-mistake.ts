/** What people write where a plain decimal should stand. */
import type { DecimalMistake } from '../problem-faults.js';

const MISTAKES: readonly (readonly [RegExp, DecimalMistake])[] = [
  [/[\uFF01-\uFF5E]/, 'full-width'],
  [/[¥￥$€£元]|CNY|RMB|USD/i, 'currency'],
  [/%$/, 'percent'],
  [/^-?\d{1,3}([,' ]\d{3})+(\.\d+)?$/, 'thousands'],
  [/^-?\d+,\d+$/, 'comma'],
  [/^-?[\d.]+E[+-]?\d+$/i, 'exponent'],
  [/^\(.*\)$/, 'brackets'],
];

/** > `1,234.50` → thousands. */
export function decimalMistake(cell: string): DecimalMistake {
  const [, mistake] = MISTAKES.find(([pattern]) => pattern.test(cell)) ?? [];
  return mistake ?? 'other';
}
