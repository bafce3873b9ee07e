/**
 * Tax, computed once per rate on a document.
 *
 * > Excluded: net 1,000.00 at 6 %: tax 60.00. Included: gross 1,060.00 at 6 %: 1,060.00 − 1,000.00 = 60.00.
 */
import { sumAmounts, type MinorUnits } from '../money/amount.js';
import { Rational, roundHalfAwayFromZero } from '../money/rational.js';
import type { Line } from '../pricing/line.js';
import type { TaxSubtotal } from './document.js';

/** In order of rate. All lines are with tax, or all without: see `tax-mixed`. */
export function taxSubtotals(lines: readonly Line[]): TaxSubtotal[] {
  const byRate = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const key = line.taxRate.toFraction();
    const known = byRate.get(key);
    if (known === undefined) byRate.set(key, [line]);
    else known.push(line);
  }
  return [...byRate.values()]
    .map((of) => subtotal(of[0], sumAmounts(of.map(({ amount }) => amount))))
    .sort((left, right) => left.rate.compare(right.rate));
}

function subtotal({ taxRate, taxIncluded }: Line, amount: MinorUnits): TaxSubtotal {
  if (!taxIncluded) {
    return {
      rate: taxRate,
      base: amount,
      tax: roundHalfAwayFromZero(Rational.of(amount).times(taxRate)),
    };
  }
  const base = roundHalfAwayFromZero(Rational.of(amount).dividedBy(Rational.ONE.plus(taxRate)));
  return { rate: taxRate, base, tax: amount - base };
}
