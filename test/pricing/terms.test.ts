import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/money/rational.js';
import { constant, figure, type Figure } from '../../src/pricing/figures.js';
import {
  atLeast,
  atMost,
  difference,
  figuresOf,
  isNegation,
  negated,
  partsOf,
  product,
  quotient,
  result,
  sum,
  tierPrice,
  valueOf,
  type Term,
} from '../../src/pricing/terms.js';
import { currency, decimal } from './builders.js';

const CNY = currency('CNY');

function days(text: string): Figure {
  return figure('days', decimal(text), { table: 'period' });
}

function decimalOf(term: Term): string {
  return valueOf(term).toDecimal();
}

it('20.5 agent-days of 26 at 5,200 are 4,100', () => {
  const share = quotient(days('20.5'), days('26'));
  expect(decimalOf(product(share, days('5200')))).toBe('4100');
});

describe('the value of each kind of term', () => {
  const [two, three] = [days('2'), days('3')];
  it.each<[string, Term, string]>([
    ['a figure', two, '2'],
    ['the price of a tier, whatever was measured', tierPrice(three, two), '3'],
    ['a result', result('months', two), '2'],
    ['a sum', sum([two, three, days('-7')]), '-2'],
    ['a sum of nothing', sum([]), '0'],
    ['a difference', difference(two, three), '-1'],
    ['a product', product(two, three, three), '18'],
    ['a quotient', quotient(three, two), '1.5'],
    ['the least', atMost(three, two), '2'],
    ['the greatest', atLeast(two, three), '3'],
    ['a negation', negated(three), '-3'],
  ])('%s', (_title, term, expected) => {
    expect(decimalOf(term)).toBe(expected);
  });

  it('is exact: 1/3 × 3 = 1', () => {
    const third = quotient(constant(1n), days('3'));
    expect(valueOf(product(third, days('3')))).toEqual(Rational.ONE);
  });
});

describe('a result', () => {
  const half = days('2.005');

  it('is rounded half away from zero to the minor unit, where it says so: 2.005 → 2.01', () => {
    expect(decimalOf(result('tax', half, { currency: CNY, isRounded: true }))).toBe('2.01');
    expect(decimalOf(result('tax', negated(half), { currency: CNY, isRounded: true }))).toBe(
      '-2.01',
    );
  });

  it('is exact otherwise, and where it is no money', () => {
    expect(decimalOf(result('tax', half, { currency: CNY }))).toBe('2.005');
    expect(decimalOf(result('months', half, { isRounded: true }))).toBe('2.005');
  });
});

describe('what does nothing is left out', () => {
  it('a sum of one is that one', () => {
    const one = days('1');
    expect(sum([one])).toBe(one);
  });

  it('a bound that does not bind, or just binds', () => {
    const two = days('2');
    expect(atMost(two, days('2'))).toBe(two);
    expect(atMost(two, days('1.99'))).not.toBe(two);
    expect(atLeast(two, days('2'))).toBe(two);
    expect(atLeast(two, days('2.01'))).not.toBe(two);
  });
});

describe('a negation', () => {
  it('of a negation is the term itself', () => {
    const term = product(days('2'), days('3'));
    expect(isNegation(negated(term))).toBe(true);
    expect(negated(negated(term))).toBe(term);
  });

  it('is no other difference', () => {
    expect(isNegation(difference(days('0'), days('2')))).toBe(false);
    expect(isNegation(days('-2'))).toBe(false);
  });

  it('has the negated value', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
        const value = Rational.of(numerator, denominator);
        const term = figure('days', value, { table: 'period' });
        expect(valueOf(negated(term))).toEqual(value.negated());
      }),
    );
  });
});

it('the figures of a term are all of them, in the order of reading, also what picked a tier', () => {
  const [a, b, c] = [days('1'), days('2'), days('3')];
  const [d, e, f] = [days('4'), days('5'), days('6')];
  const term = product(
    result('months', difference(quotient(a, b), c)),
    tierPrice(e, result('daily_average', sum([d, f]))),
  );
  // the measured figures are read before the price that they picked
  expect(figuresOf(term)).toEqual([a, b, c, d, f, e]);
  expect(partsOf(a)).toEqual([]);
});
