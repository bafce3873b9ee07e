import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import type { Adjustment } from '../../src/pricing/lines/adjustment.js';
import type { Contract } from '../../src/pricing/plans/registry.js';
import { priceAdjustment, priceContract } from '../../src/pricing/price-contract.js';
import { NO_USAGE } from '../../src/pricing/usage.js';
import { context, currency, decimal, eventHosting, kindsAndAmounts, span } from './builders.js';

const OCTOBER = span('2026-10');

/** The lines of one event day of one agent at the rate. */
function linesAt(rate: string, changes: Partial<Contract>): [string, bigint][] {
  const contract = { ...eventHosting(rate), ...changes } as Contract;
  const eventDays = [{ event: 'Sale', date: localDate('2026-10-01'), agents: 1n }];
  const { lines, problems } = priceContract(contract, { ...NO_USAGE, eventDays }, context());
  expect(problems).toEqual([]);
  expect(lines.every(({ plan }) => plan === 'event_hosting')).toBe(true);
  return kindsAndAmounts(lines);
}

describe('the lines of the plan, then the discount, then the minimum', () => {
  it.each([
    // 1,000 − 100; 1,200 − 900 = 300
    ['1000', '0.1', '1200', ['event:100000', 'discount:-10000', 'minimum:30000']],
    // 900 is the minimum already
    ['1000', '0.1', '900', ['event:100000', 'discount:-10000']],
    // 0.15 × 0.1 = 0.015 → 0.02, away from zero
    ['0.15', '0.1', null, ['event:15', 'discount:-2']],
    // 0.04 × 0.1 = 0.004 → 0: no line
    ['0.04', '0.1', null, ['event:4']],
    // a negative sum is discounted towards zero, and topped up to the minimum
    ['-100', '0.1', '50', ['event:-10000', 'discount:1000', 'minimum:14000']],
  ])('of %s, less %s, at least %s', (amount, discount, minimum, expected) => {
    const lines = linesAt(amount, {
      discountRate: decimal(discount),
      minimumFee: minimum === null ? null : decimal(minimum),
    });
    expect(lines.map(([kind, of]) => `${kind}:${of}`)).toEqual(expected);
  });
});

describe('an adjustment', () => {
  const adjustment: Adjustment = {
    record: 3,
    adjustmentId: 'A9',
    merchantId: 'M1',
    contractId: null,
    currency: currency('CNY'),
    amount: -30_000n,
    reason: 'late start',
    approvedBy: 'Lin',
  };
  const [first, second] = ['C1', 'C2'].map((contractId) => ({
    ...eventHosting('200'),
    contractId,
    taxRate: decimal(contractId === 'C1' ? '0.06' : '0.13'),
  })) as [Contract, Contract];

  it('without a contract is taxed as the lowest contract id in force in its currency', () => {
    const { lines } = priceAdjustment(adjustment, [second, first], OCTOBER);
    expect(lines).toMatchObject([{ contractId: 'C1', amount: -30_000n, taxRate: decimal('0.06') }]);
  });

  it('passes over a contract that has ended and one in another currency', () => {
    const ended = { ...first, endsOn: localDate('2026-09-30') };
    const dollars = { ...first, contractId: 'C0', currency: currency('USD') };
    const { lines } = priceAdjustment(adjustment, [dollars, ended, second], OCTOBER);
    expect(lines).toMatchObject([{ contractId: 'C2', taxRate: decimal('0.13') }]);
  });

  it('is taxed as the contract that it names, even if that has ended', () => {
    const ended = { ...second, endsOn: localDate('2026-09-30') };
    const named = { ...adjustment, contractId: 'C2' };
    const { lines } = priceAdjustment(named, [first, ended], OCTOBER);
    expect(lines).toMatchObject([{ contractId: 'C2', taxRate: decimal('0.13') }]);
  });

  it('with no such contract is a problem at its row that blocks the merchant', () => {
    const { lines, problems } = priceAdjustment(adjustment, [], OCTOBER);
    expect(lines).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'adjustment-without-contract',
        severity: 'error',
        file: 'adjustments.csv',
        record: 3,
        merchantId: 'M1',
      },
    ]);
  });
});
