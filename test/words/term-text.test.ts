/** Formulas that can be keyed into a calculator: brackets where they are needed, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { constant, contractFigure, figure } from '../../src/pricing/figures.js';
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
import { exactNumber, formulaOf, withClauses, type TermStyle } from '../../src/words/term-text.js';
import { currency, decimal } from '../pricing/builders.js';

const CNY = currency('CNY');
const STYLE: TermStyle = {
  figure: ({ value }) => exactNumber(value, (text) => text),
  sumTermsMax: 4,
  result: () => null,
  clause: ({ name }, formula, upTo) => `${name} ${formula} up to ${upTo?.toDecimal() ?? 'any'}`,
};

const n = (value: string): Term => contractFigure('rate', decimal(value));
const text = (term: Term): string => formulaOf(term, STYLE).text;

describe('brackets', () => {
  it.each<[Term, string]>([
    [product(sum([n('1'), n('2')]), n('3')), '(1 + 2) × 3'],
    [sum([product(n('1'), n('2')), n('3')]), '1 × 2 + 3'],
    [product(product(n('1'), n('2')), n('3')), '1 × 2 × 3'],
    [quotient(product(n('2'), n('3')), n('4')), '2 × 3 / 4'],
    [quotient(n('6'), product(n('4'), n('2'))), '6 / (4 × 2)'],
    [quotient(n('6'), quotient(n('4'), n('2'))), '6 / (4 / 2)'],
    [product(quotient(n('20.5'), n('26')), n('5200')), '20.5 / 26 × 5200'],
    [difference(n('5'), sum([n('1'), n('2')])), '5 − (1 + 2)'],
    [difference(sum([n('1'), n('2')]), n('5')), '1 + 2 − 5'],
    [difference(n('5'), product(n('1'), n('2'))), '5 − 1 × 2'],
    [product(difference(n('0.92'), constant(1n)), n('2')), '(0.92 − 1) × 2'],
  ])('%#: %s', (term, expected) => {
    expect(text(term)).toBe(expected);
  });
});

describe('signs', () => {
  it.each<[Term, string]>([
    [negated(n('3')), '−3'],
    [negated(product(n('2'), n('3'))), '−(2 × 3)'],
    [sum([n('5'), negated(n('3'))]), '5 − 3'],
    [product(n('5'), negated(n('3'))), '5 × (−3)'],
    [difference(n('5'), negated(n('3'))), '5 − (−3)'],
    [difference(n('5'), n('-3')), '5 − (-3)'],
  ])('%#: %s', (term, expected) => {
    expect(text(term)).toBe(expected);
  });

  it('twice negated is the term itself', () => {
    expect(text(negated(negated(n('3'))))).toBe('3');
  });
});

it('a figure of nothing that is taken off is left out', () => {
  expect(text(difference(n('5'), n('0')))).toBe('5');
});

it('bounds are shown where they bind', () => {
  expect(text(atMost(n('5'), n('3')))).toBe('min(5, 3)');
  expect(text(atMost(n('2'), n('3')))).toBe('2');
  expect(text(atLeast(n('-5'), n('0')))).toBe('max(-5, 0)');
});

it('rounding is shown within a term where it changes something, and never of the whole', () => {
  const rounded = (term: Term): Term => result('tax', term, { currency: CNY, isRounded: true });
  const third = quotient(n('100'), n('1.06'));
  expect(text(sum([rounded(third), n('1')]))).toBe('round(100 / 1.06) + 1');
  // 100 / 8 = 12.5 has no more than two digits.
  expect(text(sum([rounded(quotient(n('100'), n('8'))), n('1')]))).toBe('100 / 8 + 1');
  expect(withClauses(rounded(third), STYLE)).toEqual(['100 / 1.06']);
});

it('the middle of a long sum is left out, but not of one that fits', () => {
  const terms = (count: number): Term[] =>
    Array.from({ length: count }, (_, at) => constant(BigInt(at + 1)));
  expect(text(sum(terms(4)))).toBe('1 + 2 + 3 + 4');
  expect(text(sum(terms(9)))).toBe('1 + 2 + 3 + … + 9');
  expect(text(sum([]))).toBe('0');
});

it('a number that does not end is a fraction', () => {
  const value = decimal('977').dividedBy(decimal('48'));
  expect(exactNumber(value, (shown) => shown).text).toBe('977/48');
  expect(exactNumber(decimal('20.50'), (shown) => shown).text).toBe('20.5');
});

it('before the formula stands by what each tier was picked', () => {
  const price = (upTo: string | null): Term =>
    tierPrice(
      figure('tier_price', decimal('4800'), {
        table: 'contract-tiers',
        scale: 'consultations_per_agent_day',
        upTo: upTo === null ? null : decimal(upTo),
      }),
      result('consultations_per_agent_day', quotient(n('3100'), n('31'))),
    );
  expect(withClauses(product(n('0.5'), price('120')), STYLE)).toEqual([
    'consultations_per_agent_day 3100 / 31 up to 120',
    '0.5 × 4800',
  ]);
  expect(withClauses(price(null), STYLE)[0]).toMatch(/up to any$/);
});
