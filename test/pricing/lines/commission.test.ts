import { describe, expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import { commissionLines, type CommissionRate } from '../../../src/pricing/lines/commission.js';
import { netSales } from '../../../src/pricing/net-sales.js';
import { assert } from '../../../src/problem.js';
import { currency, decimal, kindsAndAmounts, span, TERMS, tiers } from '../builders.js';

const OCTOBER = span('2026-10');
const STEPS = tiers(['100000', '0.01'], [null, '0.02']);

/** Of so many fen in so many orders, without refunds. */
function commission(rate: CommissionRate, fen: bigint, orders = 1n): [string, bigint][] {
  const sales = {
    currency: currency('CNY'),
    attributedOrders: orders,
    attributed: fen,
    refunds: 0n,
    lateRefunds: [],
  };
  const net = netSales(TERMS, OCTOBER, [sales], () => undefined);
  assert('net' in net, 'sales in the currency of the contract need no rate');
  return kindsAndAmounts(commissionLines(TERMS, OCTOBER, rate, net));
}

it('2 % of 120,000.00: 2,400.00', () => {
  expect(commission({ scale: 'flat', rate: decimal('0.02') }, 12_000_000n)).toEqual([
    ['commission', 240_000n],
  ]);
});

describe('tiers 1 % up to 100,000, 2 % beyond; net 150,000', () => {
  it('volume: 150,000 × 2 % = 3,000.00', () => {
    const rate = { scale: 'net_sales', mode: 'volume', tiers: STEPS } as const;
    expect(commission(rate, 15_000_000n)).toEqual([['commission', 300_000n]]);
  });

  it('graduated: 100,000 × 1 % + 50,000 × 2 % = 2,000.00', () => {
    const rate = { scale: 'net_sales', mode: 'graduated', tiers: STEPS } as const;
    expect(commission(rate, 15_000_000n)).toEqual([
      ['commission', 100_000n],
      ['commission', 100_000n],
    ]);
  });

  it('graduated, at the limit itself: one slice', () => {
    const rate = { scale: 'net_sales', mode: 'graduated', tiers: STEPS } as const;
    expect(commission(rate, 10_000_000n)).toEqual([['commission', 100_000n]]);
  });
});

it('by the average order value: 400 / 2 orders is not above 200: 400 × 1 %', () => {
  const rate = {
    scale: 'average_order_value',
    tiers: tiers(['200', '0.01'], [null, '0.03']),
  } as const;
  expect(commission(rate, 40_000n, 2n)).toEqual([['commission', 400n]]);
  // 400 / 1 order: × 3 %
  expect(commission(rate, 40_000n, 1n)).toEqual([['commission', 1_200n]]);
});

it('is measured in money of the contract, and dated as the contract is', () => {
  const contract = { ...TERMS, startsOn: localDate('2026-10-12') };
  const net = netSales(contract, OCTOBER, [], () => undefined);
  assert('net' in net, 'no sales need no rate');
  const flat: CommissionRate = { scale: 'flat', rate: decimal('0.02') };
  expect(commissionLines(contract, OCTOBER, flat, net)).toMatchObject([
    { unit: 'CNY', amount: 0n, serviceFrom: '2026-10-12', serviceTo: '2026-10-31' },
  ]);
});
