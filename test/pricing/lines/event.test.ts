import { expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import { eventLine } from '../../../src/pricing/lines/event.js';
import type { EventDay } from '../../../src/pricing/usage.js';
import { decimal, span, TERMS } from '../builders.js';

const NOVEMBER = span('2026-11');
const RATE = decimal('200');

function day(date: string, agents: bigint): EventDay {
  return { event: 'Double 11', date: localDate(date), agents };
}

it('11-10 to 11-12, 2 agents, 200: 3 × 2 × 200 = 1,200.00', () => {
  const days = [day('2026-11-10', 2n), day('2026-11-11', 2n), day('2026-11-12', 2n)] as const;
  expect(eventLine(TERMS, NOVEMBER, RATE, 'Double 11', days)).toMatchObject({
    kind: 'event',
    subject: { event: 'Double 11' },
    unit: 'agent_day',
    amount: 120_000n,
    serviceFrom: '2026-11-10',
    serviceTo: '2026-11-12',
  });
});

it('counts the agents of each day by themselves: (1 + 3) × 200 = 800.00', () => {
  const days = [day('2026-11-10', 1n), day('2026-11-11', 3n)] as const;
  expect(eventLine(TERMS, NOVEMBER, RATE, 'Double 11', days).amount).toBe(80_000n);
});

it('of one day is of that day', () => {
  expect(eventLine(TERMS, NOVEMBER, RATE, 'Double 11', [day('2026-11-11', 1n)])).toMatchObject({
    amount: 20_000n,
    serviceFrom: '2026-11-11',
    serviceTo: '2026-11-11',
  });
});
