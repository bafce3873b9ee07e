/**
 * `consultations`: those beyond what the fee includes × a price each: all at the price of the tier that
 * is reached (volume), or each slice at its own (graduated).
 *
 * > 3,420 in the month, 3,100 included, 2.00 beyond: 320 × 2.00 = 640.00.
 * > Graduated 0.80 up to 2,000, 0.60 beyond, none included; 3,500: 1,600.00 + 900.00.
 */
import { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { figure } from '../figures.js';
import { atMost, difference, result, tierPrice, valueOf, type Term } from '../terms.js';
import { priceOfTier, slicesOf, tierFigure, type Ladder, type Slice } from '../tiers.js';

/** `beyond` is above 0. One line; of graduated tiers, one for each slice that is reached. */
export function consultationsLines(
  contract: ContractTerms,
  span: BillingSpan,
  ladder: Ladder,
  mode: 'volume' | 'graduated',
  beyond: Term,
): ContractLine[] {
  const line = (quantity: Term, unitPrice: Term): ContractLine =>
    lineOf(contract, span, { kind: 'consultations', quantity, unit: 'consultation', unitPrice });
  if (mode === 'volume') return [line(beyond, priceOfTier(ladder, beyond))];
  return slicesOf(ladder.tiers, valueOf(beyond)).map((slice) =>
    line(sliceTerm(ladder, beyond, slice), tierPrice(tierFigure(ladder, slice.tier), null)),
  );
}

/** min(consultations, end of the tier) − end of the tier before. */
function sliceTerm({ scale }: Ladder, beyond: Term, { tier: { upTo }, above }: Slice): Term {
  const limit = (name: 'tier_above' | 'tier_up_to', value: Rational): Term =>
    figure(name, value, { table: 'contract-tiers', scale, upTo: value });
  const reached = upTo === null ? beyond : atMost(beyond, limit('tier_up_to', upTo));
  const slice = above.isZero() ? reached : difference(reached, limit('tier_above', above));
  return slice === beyond ? beyond : result('consultations_slice', slice);
}
