import { expect, it } from 'vitest';
import { baseLine } from '../../../src/pricing/lines/base.js';
import { contractFigure } from '../../../src/pricing/figures.js';
import { baseCommission, decimal, span, TERMS } from '../builders.js';

const CONTRACT = baseCommission('1500', { scale: 'flat', rate: decimal('0.02') });
const RATE = contractFigure('rate', decimal('1500'), TERMS.currency);

it('13 agent-days of 26 on the evening shift at 1,500: 13/26 × 1,500 = 750.00', () => {
  const earner = { agentId: 'A', shift: 'evening', agentDays: decimal('13') };
  expect(baseLine(CONTRACT, span('2026-10'), earner, RATE)).toMatchObject({
    kind: 'base',
    subject: { agent: 'A', shift: 'evening' },
    unit: 'month',
    amount: 75_000n,
  });
});

it('is of one month at the most: 27 agent-days of 26 are 1,500.00', () => {
  const earner = { agentId: 'A', shift: 'day', agentDays: decimal('27') };
  expect(baseLine(CONTRACT, span('2026-10'), earner, RATE).amount).toBe(150_000n);
});
