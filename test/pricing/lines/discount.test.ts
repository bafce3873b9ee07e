import { expect, it } from 'vitest';
import { discountLines } from '../../../src/pricing/lines/discount.js';
import { decimal, kindsAndAmounts, lineOfAmount, span, TERMS } from '../builders.js';

const OCTOBER = span('2026-10');

function discount(rate: string, ...amounts: string[]): [string, bigint][] {
  const contract = { ...TERMS, discountRate: decimal(rate) };
  return kindsAndAmounts(discountLines(contract, OCTOBER, amounts.map(lineOfAmount)));
}

it('lines of 1,000.00, 10 %: −100.00', () => {
  expect(discount('0.1', '1000')).toEqual([['discount', -10_000n]]);
});

it('is of the sum of the lines: (1,000.00 − 62.40) × 5 % = −46.88', () => {
  expect(discount('0.05', '1000', '-62.40')).toEqual([['discount', -4_688n]]);
});

it('is rounded half away from zero: 0.15 × 10 % = 0.015 → −0.02', () => {
  expect(discount('0.1', '0.15')).toEqual([['discount', -2n]]);
});

it('is no line at 0: 0.04 × 10 % = 0.004 → 0, and without a rate', () => {
  expect(discount('0.1', '0.04')).toEqual([]);
  expect(discountLines(TERMS, OCTOBER, [lineOfAmount('1000')])).toEqual([]);
});
