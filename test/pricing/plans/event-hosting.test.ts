import { expect, it } from 'vitest';
import { datesBetween, localDate } from '../../../src/period/local-date.js';
import type { EventDay } from '../../../src/pricing/usage.js';
import { eventHosting, kindsAndAmounts, priced, span } from '../builders.js';

const NOVEMBER = { span: span('2026-11') };

function eventDays(event: string, first: string, last: string, agents: bigint): EventDay[] {
  return datesBetween(localDate(first), localDate(last)).map((date) => ({ event, date, agents }));
}

const DOUBLE_11 = eventDays('Double 11', '2026-11-10', '2026-11-12', 2n);

it('11-10 to 11-12, 2 agents, 200: 1,200.00', () => {
  const usage = { eventDays: DOUBLE_11 };
  const { lines } = priced(eventHosting('200'), usage, NOVEMBER);
  expect(kindsAndAmounts(lines)).toEqual([['event', 120_000n]]); // 3 × 2 × 200
  expect(lines[0]).toMatchObject({ serviceFrom: '2026-11-10', serviceTo: '2026-11-12' });
});

it('has one line per event, in order of its first day, for any order of days', () => {
  const thanks = eventDays('Black Friday', '2026-11-27', '2026-11-27', 3n);
  const usage = { eventDays: [...thanks, ...DOUBLE_11.toReversed()] };
  const { lines } = priced(eventHosting('199.99'), usage, NOVEMBER);
  // 6 × 199.99, 3 × 199.99
  expect(lines.map(({ amount }) => amount)).toEqual([119_994n, 59_997n]);
});

it('bills nothing without an event day', () => {
  expect(priced(eventHosting('200'), {}, NOVEMBER).lines).toEqual([]);
});
