/**
 * What a document bills without tax, by plan: the parts add up to its net.
 *
 * Prices that include tax are summed first and freed of tax then, so that nothing is lost to rounding:
 *
 * > 10.00 of one plan and 10.00 of another at 6 %, tax included: net 18.87 (20.00 / 1.06 = 18.868).
 * > The first has 10.00 / 1.06 = 9.43, the second what is left of 18.87: 9.44.
 */
import type { MinorUnits } from '../money/amount.js';
import { Rational, roundHalfAwayFromZero } from '../money/rational.js';
import { PLANS, type Plan } from '../pricing/plans/registry.js';
import type { Line } from '../pricing/line.js';
import type { Draft } from './document.js';

/** In order of {@link PLANS}; a plan without a line has no part. */
export function netByPlan({ lines }: Pick<Draft, 'lines'>): ReadonlyMap<Plan, MinorUnits> {
  const parts = new Map<Plan, MinorUnits>();
  const billed = new Map<string, MinorUnits>();
  for (const plan of PLANS) {
    for (const line of lines) {
      if (line.plan !== plan) continue;
      const key = line.taxRate.toFraction();
      const before = billed.get(key) ?? 0n;
      const after = before + line.amount;
      billed.set(key, after);
      const part = withoutTax(after, line) - withoutTax(before, line);
      parts.set(plan, (parts.get(plan) ?? 0n) + part);
    }
  }
  return parts;
}

/** As tax itself is computed: all lines of a document are with tax, or all without. */
function withoutTax(amount: MinorUnits, { taxIncluded, taxRate }: Line): MinorUnits {
  if (!taxIncluded) return amount;
  return roundHalfAwayFromZero(Rational.of(amount).dividedBy(Rational.ONE.plus(taxRate)));
}
