import { expect, it } from 'vitest';
import type { ContractLine } from '../../../src/pricing/contract-line.js';
import { contractFigure } from '../../../src/pricing/figures.js';
import type { Earner } from '../../../src/pricing/agent-months.js';
import { capLines } from '../../../src/pricing/lines/cap.js';
import { salaryLine } from '../../../src/pricing/lines/salary.js';
import { decimal, fixedSalary, kindsAndAmounts, lineOfAmount, span, TERMS } from '../builders.js';

const OCTOBER = span('2026-10');
const RATE = contractFigure('rate', decimal('3000'), TERMS.currency);

function earners(...agentDays: string[]): Earner[] {
  return agentDays.map((days, at) => ({
    agentId: `A${at}`,
    shift: null,
    agentDays: decimal(days),
  }));
}

function cap(
  seats: string | null,
  of: readonly Earner[],
  others: readonly ContractLine[] = [],
): [string, bigint][] {
  const limit = seats === null ? null : decimal(seats);
  const contract = { ...fixedSalary('3000', '0'), seats: limit };
  const salaries = of.map((earner) => salaryLine(contract, OCTOBER, earner, RATE));
  return kindsAndAmounts(capLines(contract, OCTOBER, of, [...salaries, ...others], RATE));
}

it('2 seats at 3,000; three agents worked 1 + 1 + 0.5 months: 7,500.00, cap −1,500.00 = 6,000.00', () => {
  expect(cap('2', earners('26', '26', '13'))).toEqual([['cap', -150_000n]]);
});

it('is no line where the months are just the seats, and without seats', () => {
  expect(cap('2.5', earners('26', '26', '13'))).toEqual([]);
  expect(cap(null, earners('26', '26', '13'))).toEqual([]);
});

it('leaves lines of other kinds as they are: 6,000.00 − 3,000.00 × 1 seat', () => {
  expect(cap('1', earners('26', '26'), [lineOfAmount('-62.40')])).toEqual([['cap', -300_000n]]);
});

it('takes the roundings of the lines back: 3 × 3,000/26 = 3 × 115.38 = 346.14 of 0.1 seats, 300.00', () => {
  expect(cap('0.1', earners('1', '1', '1'))).toEqual([['cap', -4_614n]]);
});
