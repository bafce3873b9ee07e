import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rational, sum } from '../../src/money/rational.js';
import { constant } from '../../src/pricing/figures.js';
import { result, valueOf } from '../../src/pricing/terms.js';
import { findTier, lastTier, priceOfTier, slicesOf } from '../../src/pricing/tiers.js';
import { currency, decimal, tiers } from './builders.js';

const STEPS = tiers(['50', '60'], ['100', '110'], ['150', '150']);

describe('the tier of a value', () => {
  it.each([
    ['0', '60'],
    ['50', '60'], // not above the limit
    ['50.01', '110'],
    ['150', '150'],
    ['151', undefined], // above the last limit
  ])('%s costs %s', (value, price) => {
    expect(findTier(STEPS, decimal(value))?.price.toDecimal()).toBe(price);
  });

  it('is the last where the last has no limit', () => {
    const open = tiers(['50', '60'], [null, '110']);
    expect(findTier(open, decimal('1000000'))).toBe(lastTier(open));
  });
});

describe('the price of a tier', () => {
  const ladder = { scale: 'average_daily_consultations', tiers: STEPS } as const;

  it('keeps what was measured, and says which tier it is of', () => {
    const measured = result('daily_average', constant(100n));
    const term = priceOfTier({ ...ladder, currency: currency('CNY') }, measured);
    expect(term).toMatchObject({
      kind: 'tier',
      measured,
      price: { name: 'tier_price', source: { upTo: decimal('100') } },
    });
    expect(valueOf(term)).toEqual(decimal('110'));
  });

  it('is a share where the ladder has no currency, and of the first tier where nothing was measured', () => {
    const term = priceOfTier({ ...ladder, currency: null }, null);
    expect(term).toMatchObject({ kind: 'tier', measured: null, price: { name: 'tier_rate' } });
    expect(valueOf(term)).toEqual(decimal('60'));
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
