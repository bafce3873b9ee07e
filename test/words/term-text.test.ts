import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { constant, figure, type Figure } from '../../src/pricing/figures.js';
import {
  atLeast,
  atMost,
  difference,
  negated,
  product,
  quotient,
  result,
  sum,
  tierPrice,
  type Term,
} from '../../src/pricing/terms.js';
import { decimal } from '../pricing/builders.js';
import {
  countedDates,
  exactNumber,
  formulaOf,
  number,
  withClauses,
  type TermStyle,
} from '../../src/words/term-text.js';
import { currency } from '../pricing/builders.js';

/** Numbers alone, four terms of a sum at the most, and results by their terms. */
const STYLE: TermStyle = {
  figure: ({ value }) => exactNumber(value, (text) => text.replace('-', '−')),
  sumTermsMax: 4,
  result: () => null,
  clause: ({ name }, formula, upTo) => `${name}: ${formula} ≤ ${upTo?.toDecimal() ?? 'any'}`,
};

const of = (text: string): Figure => figure('days', decimal(text), { table: 'period' });
const [one, two, three] = [of('1'), of('2'), of('3')];
const shown = (term: Term): string => formulaOf(term, STYLE).text;

describe('a formula has the brackets that it needs, and no other', () => {
  it.each<[string, Term]>([
    ['1 + 2 + 3', sum([one, two, three])],
    ['(1 + 2) × 3', product(sum([one, two]), three)],
    ['1 × 2 + 3', sum([product(one, two), three])],
    ['1 − (2 + 3)', difference(one, sum([two, three]))],
    ['1 − 2 × 3', difference(one, product(two, three))],
    ['1 − 2 − 3', difference(difference(one, two), three)],
    ['1 / 2 / 3', quotient(quotient(one, two), three)],
    ['1 / (2 / 3)', quotient(one, quotient(two, three))],
    ['1 / (2 × 3)', quotient(one, product(two, three))],
    ['(1 + 2) / 3', quotient(sum([one, two]), three)],
    ['1 / 2 × 3', product(quotient(one, two), three)],
    ['min(2 + 3, 1)', atMost(sum([two, three]), one)],
    ['max(1, 2 × 3)', atLeast(one, product(two, three))],
    ['(−1) × 2', product(negated(one), two)],
    ['−(1 + 2)', negated(sum([one, two]))],
    ['0', sum([])],
  ])('%s', (expected, term) => {
    expect(shown(term)).toBe(expected);
  });
});

describe('signs', () => {
  it('a negative term of a sum is taken off', () => {
    expect(shown(sum([one, of('-2'), three]))).toBe('1 − 2 + 3');
  });

  it('no minus meets another', () => {
    expect(shown(difference(one, of('-2')))).toBe('1 − (−2)');
    expect(shown(negated(of('-2')))).toBe('−(−2)');
  });

  it('a figure of nothing that is taken off is left out', () => {
    expect(shown(difference(one, of('0')))).toBe('1');
  });
});

describe('a fraction that does not end', () => {
  const third = figure('days', decimal('1').dividedBy(decimal('3')), { table: 'period' });

  it('is one number, in brackets where it is divided by', () => {
    expect(shown(product(third, two))).toBe('1/3 × 2');
    expect(shown(quotient(one, third))).toBe('1 / (1/3)');
  });
});

it('the middle of a sum that is longer than the style allows is left out', () => {
  expect(shown(sum([one, two, three, one]))).toBe('1 + 2 + 3 + 1');
  expect(shown(sum([one, two, three, one, two]))).toBe('1 + 2 + 3 + … + 2');
});

describe('rounding', () => {
  const rounded = (term: Term): Term =>
    result('converted_sales', term, { currency: currency('CNY'), isRounded: true });

  it('is said where it changes the value', () => {
    expect(shown(product(rounded(of('0.125')), two))).toBe('round(0.125) × 2');
    expect(shown(product(rounded(of('0.12')), two))).toBe('0.12 × 2');
  });

  it('of the whole is not said: every amount is rounded', () => {
    expect(withClauses(rounded(of('0.125')), STYLE)).toEqual(['0.125']);
  });
});

describe('by what a tier was picked', () => {
  const source = { table: 'contract-tiers', scale: 'net_sales', upTo: decimal('9') } as const;
  const price = figure('tier_price', decimal('5'), source);
  const measured = result('daily_average', quotient(three, two));

  it('stands before the formula, with the limit of the tier', () => {
    const term = product(one, tierPrice(price, measured));
    expect(withClauses(term, STYLE)).toEqual(['daily_average: 3 / 2 ≤ 9', '1 × 5']);
  });

  it('has no limit where the tier has none', () => {
    const open = figure('tier_price', decimal('5'), { ...source, upTo: null });
    expect(withClauses(tierPrice(open, measured), STYLE)).toEqual([
      'daily_average: 3 / 2 ≤ any',
      '5',
    ]);
  });

  it('is nothing where nothing was measured', () => {
    expect(withClauses(tierPrice(price, null), STYLE)).toEqual(['5']);
  });
});

it('counted dates are those of days, and of nothing else', () => {
  const dates = ['2026-10-01', '2026-10-02'].map(localDate);
  const source = { table: 'shifts', agentId: 'A', shift: null, dates } as const;
  expect(countedDates(figure('days', 2n, source))).toBe('10-01–02');
  expect(countedDates(figure('agent_days', 2n, source))).toBeNull();
  expect(countedDates(figure('days', 2n, { table: 'period' }))).toBeNull();
  expect(countedDates(constant(1n))).toBeNull();
});

it('a number binds as one', () => {
  expect(number('5')).toEqual({ text: '5', binding: 'number' });
});
