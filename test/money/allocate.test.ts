import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocate } from '../../src/money/allocate.js';
import { Rational, roundHalfAwayFromZero, sum } from '../../src/money/rational.js';
import { decimal } from '../pricing/builders.js';

const shares = (...texts: string[]): Rational[] => texts.map(decimal);

it.each([
  // 600 + 600 + 600 is 2 short of 1802: the third lost .54, the first .48, as much as the second
  [1802n, shares('600.48', '600.48', '600.54'), [601n, 600n, 601n]],
  // nothing is short
  [849n, shares('566', '283'), [566n, 283n]],
  // −600 − 600 − 600 is 2 over −1802: what cancels the first
  [-1802n, shares('-600.48', '-600.48', '-600.54'), [-601n, -600n, -601n]],
  // 10 − 3 = 7 is 1 over 6: the second lost −.9
  [6n, shares('10.4', '-3.9'), [10n, -4n]],
  [0n, [], []],
])('%s', (total, parts, expected) => {
  expect(allocate(total, parts)).toEqual(expected);
});

it('adds up, is never a whole unit away from the exact share, and negates with its shares', () => {
  const share = fc
    .tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 999n))
    .map(([numerator, denominator]) => Rational.of(numerator, denominator));
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 30 }), (exact) => {
      const total = roundHalfAwayFromZero(sum(exact));
      const parts = allocate(total, exact);
      expect(parts.reduce((left, right) => left + right, 0n)).toBe(total);
      for (const [at, part] of parts.entries()) {
        const away = Rational.of(part).minus(exact[at] ?? Rational.ZERO);
        expect(away.compare(Rational.ONE)).toBeLessThan(0);
        expect(away.negated().compare(Rational.ONE)).toBeLessThan(0);
      }
      const negated = exact.map((one) => one.negated());
      expect(allocate(-total, negated)).toEqual(parts.map((part) => -part));
    }),
  );
});

it('refuses a total that the shares do not come to', () => {
  expect(() => allocate(5n, shares('1', '1'))).toThrow('broken promise');
});
