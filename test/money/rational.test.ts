import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rational, roundHalfAwayFromZero } from '../../src/money/rational.js';

const Precise = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });
const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const scale = fc.integer({ min: 0, max: 12 });

describe('rounding', () => {
  it.each([
    [5n, 2n, 3n], // 2.5 → 3
    [-5n, 2n, -3n], // −2.5 → −3
    [12n, 5n, 2n], // 2.4 → 2
    [-13n, 5n, -3n], // −2.6 → −3
    [0n, 7n, 0n],
  ])('%s/%s is %s', (numerator, denominator, expected) => {
    expect(roundHalfAwayFromZero(Rational.of(numerator, denominator))).toBe(expected);
  });

  it('agrees with a decimal library', () => {
    fc.assert(
      fc.property(whole, scale, scale, (digits, places, shown) => {
        const ours = Rational.of(digits, 10n ** BigInt(places)).toFixed(shown);
        const theirs = new Precise(String(digits)).div(new Precise(10).pow(places)).toFixed(shown);
        expect(ours.replace(/^-(0(\.0*)?)$/, '$1')).toBe(theirs.replace(/^-(0(\.0*)?)$/, '$1'));
      }),
    );
  });
});

describe('arithmetic', () => {
  it('agrees with a decimal library', () => {
    fc.assert(
      fc.property(whole, whole, scale, (left, right, places) => {
        const unit = 10n ** BigInt(places);
        const [ours, other] = [Rational.of(left, unit), Rational.of(right, unit)];
        const [theirs, another] = [left, right].map((digits) =>
          new Precise(String(digits)).div(new Precise(String(unit))),
        ) as [Decimal, Decimal];
        expect(ours.plus(other).toFixed(12)).toBe(theirs.plus(another).toFixed(12));
        expect(ours.times(other).toFixed(24)).toBe(theirs.times(another).toFixed(24));
      }),
    );
  });

  it('reads what it prints', () => {
    expect(Rational.parseDecimal('-0.125')?.toFraction()).toBe('-1/8');
    expect(Rational.of(41n, 52n).toDecimal()).toBe('0.788462'); // 20.5 / 26
    // In full where a decimal ends within 12 digits: 1/8, 10^-12; not 20.5/26, not 10^-13.
    const printed = [Rational.of(1n, 8n), Rational.of(1n, 10n ** 12n)];
    const cut = [Rational.of(41n, 52n), Rational.of(1n, 10n ** 13n)];
    expect([...printed, ...cut].map((one) => one.isDecimal())).toEqual([true, true, false, false]);
    for (const bad of ['', '1e3', '.5', '5.', '+5', '1,000', ' 1', '0x1']) {
      expect(Rational.parseDecimal(bad), bad).toBeUndefined();
    }
  });
});
