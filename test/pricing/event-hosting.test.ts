import { expect, it } from 'vitest';
import { datesBetween, localDate } from '../../src/period/local-date.js';
import { priceEventHosting } from '../../src/pricing/event-hosting.js';
import { NO_USAGE, type EventDay } from '../../src/pricing/usage.js';
import { eventHosting, kindsAndAmounts, span } from './builders.js';

function eventDays(event: string, first: string, last: string, agents: bigint): EventDay[] {
  return datesBetween(localDate(first), localDate(last)).map((date) => ({ event, date, agents }));
}

const DOUBLE_11 = eventDays('Double 11', '2026-11-10', '2026-11-12', 2n);

it('11-10 to 11-12, 2 agents, 200: 1,200.00', () => {
  const usage = { ...NO_USAGE, eventDays: DOUBLE_11 };
  const { lines } = priceEventHosting(eventHosting('200'), usage, span('2026-11'));
  expect(kindsAndAmounts(lines)).toEqual([['event', 120_000n]]); // 3 × 2 × 200
  expect(lines[0]).toMatchObject({ serviceFrom: '2026-11-10', serviceTo: '2026-11-12' });
});

it('has one line per event, in order of its first day, for any order of days', () => {
  const thanks = eventDays('Black Friday', '2026-11-27', '2026-11-27', 3n);
  const usage = { ...NO_USAGE, eventDays: [...thanks, ...DOUBLE_11.toReversed()] };
  const { lines } = priceEventHosting(eventHosting('199.99'), usage, span('2026-11'));
  // 6 × 199.99, 3 × 199.99
  expect(lines.map(({ amount }) => amount)).toEqual([119_994n, 59_997n]);
});

it('bills nothing without an event day', () => {
  expect(priceEventHosting(eventHosting('200'), NO_USAGE, span('2026-11')).lines).toEqual([]);
});
