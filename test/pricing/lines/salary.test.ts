import { expect, it } from 'vitest';
import { salaryLine } from '../../../src/pricing/lines/salary.js';
import { contractFigure } from '../../../src/pricing/figures.js';
import { decimal, fixedSalary, span, TERMS } from '../builders.js';

const CONTRACT = fixedSalary('5200', '0');
const RATE = contractFigure('rate', decimal('5200'), TERMS.currency);

function amountOf(agentDays: string): bigint {
  const earner = { agentId: 'A', shift: null, agentDays: decimal(agentDays) };
  return salaryLine(CONTRACT, span('2026-10'), earner, RATE).amount;
}

it('20.5 agent-days of 26 at 5,200: 20.5/26 × 5,200 = 4,100.00', () => {
  expect(amountOf('20.5')).toBe(410_000n);
});

it('is of a whole month from 26 agent-days on', () => {
  expect(amountOf('26')).toBe(520_000n);
  expect(amountOf('31')).toBe(520_000n);
});

it('is rounded once, half away from zero: 1/26 × 0.13 = 0.005 → 0.01', () => {
  const earner = { agentId: 'A', shift: null, agentDays: decimal('1') };
  const rate = contractFigure('rate', decimal('0.13'), TERMS.currency);
  expect(salaryLine(CONTRACT, span('2026-10'), earner, rate).amount).toBe(1n);
});

it('is about the agent', () => {
  const earner = { agentId: 'A', shift: null, agentDays: decimal('1') };
  expect(salaryLine(CONTRACT, span('2026-10'), earner, RATE)).toMatchObject({
    kind: 'salary',
    subject: { agent: 'A' },
    unit: 'month',
  });
});
