/**
 * `commission`: a share of net attributed sales: flat, by tiers of net sales, or by the average order value.
 *
 * > 2 % of 120,000.00: 2,400.00.
 * > Tiers 1 % up to 100,000, 2 % beyond; net 150,000. volume: 150,000 × 2 % = 3,000.00.
 * > graduated: 100,000 × 1 % + 50,000 × 2 % = 2,000.00.
 */
import type { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms, Tiers } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { contractFigure, figure } from '../figures.js';
import type { NetSales } from '../net-sales.js';
import { atMost, difference, result, tierPrice, valueOf, type Term } from '../terms.js';
import { priceOfTier, slicesOf, tierFigure, type Ladder, type Slice } from '../tiers.js';

export type CommissionRate =
  | { readonly scale: 'flat'; readonly rate: Rational }
  | { readonly scale: 'net_sales'; readonly mode: 'volume' | 'graduated'; readonly tiers: Tiers }
  | { readonly scale: 'average_order_value'; readonly tiers: Tiers };

/** One line; of graduated tiers, one for each slice that the net sales reach. */
export function commissionLines(
  contract: ContractTerms,
  span: BillingSpan,
  commission: CommissionRate,
  { net, averageOrderValue }: NetSales,
): ContractLine[] {
  const line = (quantity: Term, unitPrice: Term): ContractLine =>
    lineOf(contract, span, {
      kind: 'commission',
      quantity,
      unit: contract.currency.code,
      unitPrice,
    });
  switch (commission.scale) {
    case 'flat':
      return [line(net, contractFigure('commission_rate', commission.rate))];
    case 'average_order_value':
      return [line(net, priceOfTier(sharesOf(commission), averageOrderValue))];
    case 'net_sales': {
      const ladder = sharesOf(commission);
      if (commission.mode === 'volume') return [line(net, priceOfTier(ladder, net))];
      return slicesOf(ladder.tiers, valueOf(net)).map((slice) =>
        line(
          sliceTerm(contract, ladder, net, slice),
          tierPrice(tierFigure(ladder, slice.tier), null),
        ),
      );
    }
  }
}

function sharesOf({ scale, tiers }: Exclude<CommissionRate, { scale: 'flat' }>): Ladder {
  return { scale, tiers, currency: null };
}

/** min(net sales, end of the tier) − end of the tier before. */
function sliceTerm(
  { currency }: ContractTerms,
  { scale }: Ladder,
  net: Term,
  { tier: { upTo }, above }: Slice,
): Term {
  const limit = (name: 'tier_above' | 'tier_up_to', value: Rational): Term =>
    figure(name, value, { table: 'contract-tiers', scale, upTo: value }, { currency });
  const reached = upTo === null ? net : atMost(net, limit('tier_up_to', upTo));
  const slice = above.isZero() ? reached : difference(reached, limit('tier_above', above));
  return slice === net ? net : result('sales_slice', slice, { currency });
}
