import { expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import type { ContractTerms } from '../../../src/pricing/contract.js';
import { maximumLines } from '../../../src/pricing/lines/maximum.js';
import { decimal, kindsAndAmounts, lineOfAmount, span, TERMS } from '../builders.js';

function maximum(
  fee: string | null,
  amounts: readonly string[],
  changes: Partial<ContractTerms> = {},
): [string, bigint][] {
  const contract = { ...TERMS, maximumFee: fee === null ? null : decimal(fee), ...changes };
  return kindsAndAmounts(maximumLines(contract, span('2026-10'), amounts.map(lineOfAmount)));
}

it('brings the lines down to it: 5,000.00 − 6,200.00 = −1,200.00', () => {
  expect(maximum('5000', ['4000', '2200'])).toEqual([['maximum', -120_000n]]);
});

it('is for the days of the contract: 5,000 × 16/31 − 6,200 = −3,619.35 (2,580.6452)', () => {
  const changes = { startsOn: localDate('2026-10-16') };
  expect(maximum('5000', ['6200'], changes)).toEqual([['maximum', -361_935n]]);
});

it('leaves what does not exceed it', () => {
  expect(maximum('5000', ['5000'])).toEqual([]);
  expect(maximum('5000', ['-100'])).toEqual([]);
  expect(maximum(null, ['6200'])).toEqual([]);
});

it('does not bind a contract without an active day, which has late refunds alone', () => {
  expect(maximum('0', ['100'], { endsOn: localDate('2026-09-30') })).toEqual([]);
});
