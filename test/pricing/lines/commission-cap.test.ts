import { expect, it } from 'vitest';
import { commissionCapLines } from '../../../src/pricing/lines/commission-cap.js';
import type { ContractLine } from '../../../src/pricing/contract-line.js';
import { decimal, kindsAndAmounts, lineOfAmount, span, TERMS } from '../builders.js';

const commission = (amount: string): ContractLine => ({
  ...lineOfAmount(amount),
  kind: 'commission',
});

function capped(cap: string | null, lines: readonly ContractLine[]): [string, bigint][] {
  const of = cap === null ? null : decimal(cap);
  return kindsAndAmounts(commissionCapLines(TERMS, span('2026-10'), of, lines));
}

it('brings the commission down to the cap: 2,400.00 and 2,000 are −400.00', () => {
  expect(capped('2000', [commission('2400')])).toEqual([['commission_cap', -40_000n]]);
});

it('looks at commissions alone, and at all of them together', () => {
  // 900 + 1,300 = 2,200.00; the base of 5,000.00 is none of it.
  const lines = [lineOfAmount('5000'), commission('900'), commission('1300')];
  expect(capped('2000', lines)).toEqual([['commission_cap', -20_000n]]);
});

it.each([
  ['what is at the cap', '2400', ['2400']],
  ['what is below it', '2500', ['2400']],
  ['a commission below zero', '100', ['-500']],
])('leaves %s', (_, cap, amounts) => {
  expect(capped(cap, amounts.map(commission))).toEqual([]);
});

it('without a cap, or without a commission, there is no line', () => {
  expect(capped(null, [commission('2400')])).toEqual([]);
  expect(capped('0', [lineOfAmount('5000')])).toEqual([]);
});
