import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumAmounts } from '../../../src/money/amount.js';
import type { BaseCommissionContract } from '../../../src/pricing/plans/base-commission.js';
import type { CommissionRate } from '../../../src/pricing/lines/commission.js';
import type { Sales } from '../../../src/pricing/usage.js';
import {
  attendance,
  baseCommission,
  currency,
  decimal,
  kindsAndAmounts,
  priced,
  tiers,
} from '../builders.js';

const STEPS = tiers(['100000', '0.01'], [null, '0.02']);
const VOLUME: CommissionRate = { scale: 'net_sales', mode: 'volume', tiers: STEPS };
const GRADUATED: CommissionRate = { scale: 'net_sales', mode: 'graduated', tiers: STEPS };
const FLAT: CommissionRate = { scale: 'flat', rate: decimal('0.02') };

function sales(attributed: bigint, refunds = 0n, orders = 1n, code = 'CNY'): Sales {
  const amounts = { attributed, refunds, lateRefunds: [] };
  return { currency: currency(code), attributedOrders: orders, ...amounts };
}

function commissions(commission: CommissionRate, of: readonly Sales[]): bigint[] {
  const contract = baseCommission('1500', commission);
  const { lines } = priced(
    contract,
    { sales: of },
    { rates: (from) => (from.code === 'USD' ? decimal('7.1234') : undefined) },
  );
  return lines.map(({ amount }) => amount);
}

it('1,500.00 + 750.00 + 120,000.00 × 2 % = 4,650.00', () => {
  const { lines } = priced(baseCommission('1500', FLAT), {
    attendance: [...attendance('A', 'day', 26), ...attendance('B', 'evening', 13)],
    sales: [
      {
        currency: currency('CNY'),
        attributedOrders: 400n,
        attributed: 12_800_000n,
        refunds: 640_000n,
        lateRefunds: [{ orderPeriod: '2026-09', amount: 160_000n }],
      },
    ],
  });
  expect(lines.map(({ amount }) => amount)).toEqual([150_000n, 75_000n, 240_000n]);
});

describe('the base', () => {
  it('counts one person on two shifts twice, and caps both by the seats', () => {
    const contract: BaseCommissionContract = {
      ...baseCommission('1500', FLAT),
      seats: decimal('1'),
    };
    const worked = [...attendance('A', 'day', 26), ...attendance('A', 'evening', 13)];
    const { lines } = priced(contract, { attendance: worked });
    expect(kindsAndAmounts(lines)).toEqual([
      ['base', 150_000n],
      ['base', 75_000n], // 1,500 × 13/26
      ['cap', -75_000n], // 2,250 − 1,500 × 1 seat
    ]);
  });

  it('has no commission line without an order or a refund', () => {
    expect(commissions(FLAT, [])).toEqual([]);
  });
});

describe('flat commission', () => {
  it('is negative where the refunds are more than the sales', () => {
    expect(commissions(FLAT, [sales(10_000n, 30_000n)])).toEqual([-400n]); // −200.00 × 2 %
  });

  it('takes late refunds of every month off', () => {
    const late = { orderPeriod: '2026-09', amount: 10_000n };
    const older = { orderPeriod: '2026-08', amount: 5_000n };
    // (1,000 − 200 − 100 − 50) × 2 % = 13.00
    const one = { ...sales(100_000n, 20_000n), lateRefunds: [late, older] };
    expect(commissions(FLAT, [one])).toEqual([1_300n]);
  });
});

describe('tiers of net sales', () => {
  it.each([
    [VOLUME, 10_000_000n, [100_000n]], // 100,000 × 1 %
    [VOLUME, 10_000_001n, [200_000n]], // 100,000.01 × 2 % = 2,000.0002
    [VOLUME, 15_000_000n, [300_000n]], // 150,000 × 2 %
    [GRADUATED, 10_000_000n, [100_000n]],
    [GRADUATED, 15_000_000n, [100_000n, 100_000n]], // 100,000 × 1 % + 50,000 × 2 %
  ])('%#: %o of %s fen', (commission, attributed, expected) => {
    expect(commissions(commission, [sales(attributed)])).toEqual(expected);
  });

  it.each([VOLUME, GRADUATED])('%#: at zero or below is the first tier', (commission) => {
    expect(commissions(commission, [sales(10_000n, 10_000n)])).toEqual([0n]);
    expect(commissions(commission, [sales(0n, 50_000n)])).toEqual([-500n]); // −500 × 1 %
  });

  it('graduated rises with the sales, without a step at a tier', () => {
    const fen = fc.bigInt({ min: 0n, max: 30_000_000n });
    fc.assert(
      fc.property(fen, fc.bigInt({ min: 0n, max: 100_000n }), (low, more) => {
        const [before, after] = [low, low + more].map((attributed) =>
          sumAmounts(commissions(GRADUATED, [sales(attributed)])),
        ) as [bigint, bigint];
        // At most 2 % of what was added, and a fen of rounding on each of two slices, twice.
        expect(after >= before - 1n).toBe(true);
        expect((after - before) * 50n <= more + 100n).toBe(true);
      }),
    );
  });
});

describe('tiers of the average order value', () => {
  const commission: CommissionRate = {
    scale: 'average_order_value',
    tiers: tiers(['200', '0.01'], [null, '0.03']),
  };

  it.each([
    [sales(40_000n, 0n, 2n), 400n], // 400 / 2 = 200: 400 × 1 %
    [sales(40_001n, 0n, 2n), 1_200n], // 200.005: 400.01 × 3 % = 12.0003
    [sales(60_000n, 30_000n, 2n), 900n], // 300 before refunds; 300 × 3 %
    [sales(0n, 30_000n, 0n), -300n], // no order: −300 × 1 %
  ])('%#: before refunds', (of, expected) => {
    expect(commissions(commission, [of])).toEqual([expected]);
  });
});

describe('another currency', () => {
  it('is converted by the rate of the period, and tiers are measured after it', () => {
    // 14,100.00 USD × 7.1234 = 100,439.94: above the first tier; × 2 % = 2,008.7988
    expect(commissions(VOLUME, [sales(1_410_000n, 0n, 1n, 'USD')])).toEqual([200_880n]);
  });

  it('is rounded once per currency', () => {
    // 0.01 USD = 0.071234 → 0.07; 0.07 + 99.93 = 100.00; × 2 % = 2.00
    expect(commissions(FLAT, [sales(1n, 0n, 1n, 'USD'), sales(9_993n)])).toEqual([200n]);
  });

  it('without a rate blocks the merchant', () => {
    const contract = baseCommission('1500', FLAT);
    const { lines, problems } = priced(contract, { sales: [sales(1_000n, 0n, 1n, 'JPY')] });
    expect(lines).toEqual([]);
    expect(problems.map(({ code, severity, merchantId }) => [code, severity, merchantId])).toEqual([
      ['exchange-rate-missing', 'error', 'M1'],
    ]);
  });
});
