import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rational, sum } from '../../src/money/rational.js';
import { priceBaseCommission } from '../../src/pricing/base-commission.js';
import { priceFixedSalary } from '../../src/pricing/fixed-salary.js';
import { slicesOf } from '../../src/pricing/tiers.js';
import { NO_USAGE } from '../../src/pricing/usage.js';
import {
  attendance,
  baseCommission,
  currency,
  decimal,
  fixedSalary,
  span,
  tiers,
} from './builders.js';

const OCTOBER = span('2026-10');

describe('fixed_salary', () => {
  const contract = fixedSalary('5200', '0.15');
  const scores = new Map([
    ['A', decimal('0.92')],
    ['B', decimal('1.05')],
  ]);
  const worked = [...attendance('A', 'day', 26), ...attendance('B', 'day', 20.5)];

  it('A 5,200.00 and −62.40, B 4,100.00 and +30.75: 9,268.35', () => {
    const { lines } = priceFixedSalary(
      contract,
      { ...NO_USAGE, attendance: worked },
      OCTOBER,
      scores,
    );
    // A: 5,200 × 26/26; 5,200 × 0.15 × (0.92 − 1). B: 5,200 × 20.5/26; 4,100 × 0.15 × (1.05 − 1).
    expect(lines.map(({ amount }) => amount)).toEqual([520_000n, -6_240n, 410_000n, 3_075n]);
  });

  it('is not moved by the order of rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(worked, { minLength: worked.length }), (shuffled) => {
        const usage = { ...NO_USAGE, attendance: shuffled };
        const { lines } = priceFixedSalary(contract, usage, OCTOBER, scores);
        expect(lines.map(({ amount }) => amount)).toEqual([520_000n, -6_240n, 410_000n, 3_075n]);
      }),
    );
  });

  it('has no salary for an agent without a score, but a problem', () => {
    const usage = { ...NO_USAGE, attendance: attendance('C', 'day', 1) };
    const { problems } = priceFixedSalary(contract, usage, OCTOBER, scores);
    expect(problems.map(({ code, merchantId }) => [code, merchantId])).toEqual([
      ['score-missing', 'M1'],
    ]);
  });
});

describe('base_commission', () => {
  it('1,500.00 + 750.00 + 120,000.00 × 2 % = 4,650.00', () => {
    const contract = baseCommission('1500', { scale: 'flat', rate: decimal('0.02') });
    const usage = {
      ...NO_USAGE,
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
    };
    const { lines } = priceBaseCommission(contract, usage, OCTOBER, () => undefined);
    expect(lines.map(({ amount }) => amount)).toEqual([150_000n, 75_000n, 240_000n]);
  });
});

describe('graduated tiers', () => {
  const steps = tiers(['100000', '0.01'], ['200000', '0.02'], [null, '0.03']);
  const commission = (net: Rational): Rational =>
    sum(slicesOf(steps, net).map(({ tier, size }) => size.times(tier.price)));

  it('250,000 is 100,000 + 100,000 + 50,000', () => {
    const sizes = slicesOf(steps, decimal('250000')).map(({ size }) => size.toDecimal());
    expect(sizes).toEqual(['100000', '100000', '50000']);
  });

  it('sum to the value, and the commission rises by at most the highest rate', () => {
    const cents = fc.bigInt({ min: -10_000_000n, max: 50_000_000n });
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 1_000_000n }), (from, more) => {
        const low = Rational.of(from, 100n);
        const step = Rational.of(more, 100n);
        expect(sum(slicesOf(steps, low).map(({ size }) => size)).compare(low)).toBe(0);
        const rise = commission(low.plus(step)).minus(commission(low));
        expect(rise.isNegative()).toBe(false);
        expect(rise.isAtMost(step.times(decimal('0.03')))).toBe(true);
      }),
    );
  });
});
