/**
 * Commission on net attributed sales: flat, by tiers of net sales, or by the average order value.
 *
 * > 2 % of 120,000.00: 2,400.00.
 * > Tiers 1 % up to 100,000, 2 % beyond; net 150,000. volume: 150,000 × 2 % = 3,000.00.
 * > graduated: 100,000 × 1 % + 50,000 × 2 % = 2,000.00.
 */
import { toMajorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import type { BillingSpan } from '../period/period.js';
import type { BaseCommissionContract, CommissionRate, Tier, Tiers } from './contract.js';
import type { ExchangeRates } from './exchange.js';
import { figure, lineOf, type Figure, type Line } from './line.js';
import { netSales, type NetSales } from './net-sales.js';
import { priced, type Priced } from './priced.js';
import { findTier, lastTier, slicesOf } from './tiers.js';
import type { Sales } from './usage.js';

/** Commission lines; none where no attributed order and no refund counted. */
export function priceCommission(
  contract: BaseCommissionContract,
  span: BillingSpan,
  sales: readonly Sales[],
  rates: ExchangeRates,
): Priced {
  if (sales.length === 0) return priced([]);
  const result = netSales(contract, span, sales, rates);
  return 'net' in result
    ? priced(commissionLines(contract, span, contract.commission, result))
    : priced([], result);
}

function commissionLines(
  contract: BaseCommissionContract,
  span: BillingSpan,
  commission: CommissionRate,
  sales: NetSales,
): Line[] {
  const net = toMajorUnits(sales.net, contract.currency);
  const line = (quantity: Rational, rate: Rational, basis: readonly Figure[]): Line =>
    commissionLine(contract, span, quantity, rate, [...sales.basis, ...basis]);
  switch (commission.scale) {
    case 'flat':
      return [line(net, commission.rate, [])];
    case 'average_order_value': {
      const average = averageOrderValue(contract, sales);
      const tier = average === undefined ? commission.tiers[0] : tierOf(commission.tiers, average);
      const shown = average === undefined ? [] : [figure('average_order_value', average)];
      return [line(net, tier.price, [...shown, ...tierFigures(tier)])];
    }
    case 'net_sales': {
      if (commission.mode === 'volume') {
        const tier = tierOf(commission.tiers, net);
        return [line(net, tier.price, tierFigures(tier))];
      }
      return slicesOf(commission.tiers, net).map(({ tier, above, size }) =>
        line(size, tier.price, [figure('tier_above', above), ...tierFigures(tier)]),
      );
    }
  }
}

/** Attributed sales / attributed orders, before refunds; undefined where there is no order. */
function averageOrderValue(
  contract: BaseCommissionContract,
  { attributed, attributedOrders }: NetSales,
): Rational | undefined {
  if (attributedOrders === 0n) return undefined;
  return toMajorUnits(attributed, contract.currency).dividedBy(Rational.of(attributedOrders));
}

/** Commission tiers end without a limit, so every value has its tier. */
function tierOf(tiers: Tiers, value: Rational): Tier {
  return findTier(tiers, value) ?? lastTier(tiers);
}

function tierFigures({ upTo }: Tier): Figure[] {
  return upTo === null ? [] : [figure('tier_up_to', upTo)];
}

function commissionLine(
  contract: BaseCommissionContract,
  span: BillingSpan,
  quantity: Rational,
  rate: Rational,
  basis: readonly Figure[],
): Line {
  const percent = `${rate.times(Rational.of(100n)).toDecimal()}%`;
  return lineOf(contract, span, {
    kind: 'commission',
    description: {
      zh: `客服促成净销售额提成 ${percent}`,
      en: `Commission of ${percent} on net attributed sales`,
    },
    quantity,
    unit: contract.currency.code,
    unitPrice: rate,
    basis: [...basis, figure('rate', rate)],
  });
}
