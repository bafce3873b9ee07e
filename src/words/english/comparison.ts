/** English words for what a comparison came to. */
import { counted } from './phrases.js';

export const COMPARISON = {
  notPriced: 'not priced',
  nothingToBill: 'nothing to bill',
  pricedOf: (priced: number, of: number): string => `${priced} of ${of} priced`,
  againstBilled: (change: string): string => `${change} against what was billed`,
  written: (
    merchants: number,
    months: number,
    folder: string,
    files: readonly string[],
  ): string => {
    const what = [counted(merchants, 'merchant'), counted(months, 'month')].join(', ');
    return `${what} in ${folder}: ${files.join(', ')}; nothing is published`;
  },
  nothingCompared: 'nothing is compared',
};
