/** The usage of a month as it would be with more sales, or more consultations, and all else as it was. */
import { sumAmounts, type MinorUnits } from '../money/amount.js';
import { allocate } from '../money/allocate.js';
import type { Currency } from '../money/currency.js';
import { Rational, roundHalfAwayFromZero } from '../money/rational.js';
import { factsOf } from '../pricing/plans/registry.js';
import type { FactUse, Sales, Usage } from '../pricing/usage.js';
import type { Offer } from '../reference/offers.js';
import type { Measure } from '../words/comparison-words.js';

const USES: Readonly<Record<Measure, readonly FactUse[]>> = {
  net_sales: ['orders'],
  consultations: ['consultations', 'workload_consultations'],
};

/** Whether the price of an offer may follow a measure. */
export function follows({ contract }: Offer, measure: Measure): boolean {
  return factsOf(contract).some((use) => USES[measure].includes(use));
}

/** What the month had: net sales in a currency, in minor units, or consultations. */
export function had(usage: Usage, measure: Measure, currency: Currency): bigint {
  if (measure === 'consultations')
    return sumAmounts(usage.consultationDays.map(({ consultations }) => consultations));
  return sumAmounts(salesIn(usage, currency).map(netOf));
}

/** The month with so much of it; `size` is not below zero. */
export function grownTo(usage: Usage, measure: Measure, currency: Currency, size: bigint): Usage {
  return measure === 'net_sales'
    ? withNetSales(usage, currency, size)
    : withConsultations(usage, size);
}

/**
 * As many orders as their average value makes them: the value of an order does not grow with sales.
 *
 * > 80 orders of 12,000.00 in all, at 18,000.00: 120 orders.
 */
function withNetSales(usage: Usage, currency: Currency, amount: MinorUnits): Usage {
  const sales = salesIn(usage, currency);
  const attributed = sumAmounts(sales.map((one) => one.attributed));
  const orders = sumAmounts(sales.map((one) => one.attributedOrders));
  const attributedOrders =
    attributed > 0n ? roundHalfAwayFromZero(Rational.of(amount * orders, attributed)) : 1n;
  const grown = { currency, attributedOrders, attributed: amount, refunds: 0n, lateRefunds: [] };
  return { ...usage, sales: [grown] };
}

/**
 * Each day with its part of them, so that busy days stay the busy ones.
 *
 * > 10, 20 and 30 of 60, at 90: 15, 30 and 45.
 */
function withConsultations(usage: Usage, size: bigint): Usage {
  const days = usage.consultationDays;
  const total = sumAmounts(days.map(({ consultations }) => consultations));
  const shares = days.map(({ consultations }) =>
    total === 0n
      ? Rational.of(size, BigInt(days.length))
      : Rational.of(size * consultations, total),
  );
  const parts = allocate(size, shares);
  return {
    ...usage,
    consultationDays: days.map(({ date }, at) => ({ date, consultations: parts[at] ?? 0n })),
  };
}

function salesIn({ sales }: Usage, { code }: Currency): Sales[] {
  return sales.filter(({ currency }) => currency.code === code);
}

function netOf({ attributed, refunds, lateRefunds }: Sales): MinorUnits {
  return attributed - refunds - sumAmounts(lateRefunds.map(({ amount }) => amount));
}
