/** Tax, computed once per rate on a document: see {@link taxTerms}. */
import { toMinorUnits } from '../money/amount.js';
import { valueOf } from '../pricing/terms.js';
import type { Draft, TaxSubtotal } from './document.js';
import { taxTerms } from './tax-terms.js';

/** In order of rate. All lines are with tax, or all without: see `tax-mixed`. */
export function taxSubtotals(draft: Pick<Draft, 'currency' | 'lines'>): TaxSubtotal[] {
  const { currency, lines } = draft;
  const rates = new Map(lines.map(({ taxRate }) => [taxRate.toFraction(), taxRate]));
  return [...rates.values()]
    .sort((left, right) => left.compare(right))
    .map((rate) => {
      const { base, tax } = taxTerms(draft, rate);
      return {
        rate,
        base: toMinorUnits(valueOf(base), currency),
        tax: toMinorUnits(valueOf(tax), currency),
      };
    });
}
