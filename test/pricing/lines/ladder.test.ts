import { expect, it } from 'vitest';
import { addDays, localDate } from '../../../src/period/local-date.js';
import { constant } from '../../../src/pricing/figures.js';
import { daysLine, monthLine } from '../../../src/pricing/lines/ladder.js';
import { result } from '../../../src/pricing/terms.js';
import { span, TERMS, tiers } from '../builders.js';

const OCTOBER = span('2026-10');
const DAILY = {
  scale: 'daily_consultations',
  tiers: tiers(['50', '60'], ['100', '110']),
  currency: TERMS.currency,
} as const;
const MONTHLY = {
  scale: 'average_daily_consultations',
  tiers: tiers(['100', '3410'], [null, '4650']),
  currency: TERMS.currency,
} as const;

it('12 days of at most 50 consultations at 60: 720.00', () => {
  const dates = Array.from({ length: 12 }, (_, at) => addDays(localDate('2026-10-01'), at));
  expect(daysLine(TERMS, OCTOBER, DAILY, DAILY.tiers[0], dates)).toMatchObject({
    kind: 'ladder',
    unit: 'day',
    amount: 72_000n,
  });
});

it("a month's average of 100 in the tier of 3,410, 20 of 31 days: 3,410 × 20/31 = 2,200.00", () => {
  const contract = { ...TERMS, startsOn: localDate('2026-10-12') };
  const average = result('daily_average', constant(100n));
  const line = monthLine(contract, OCTOBER, MONTHLY, average);
  expect(line).toMatchObject({ kind: 'ladder', unit: 'month', amount: 220_000n });
});

it('an average above the limit costs the next tier; without an average it is the first', () => {
  const above = result('daily_average', constant(101n));
  expect(monthLine(TERMS, OCTOBER, MONTHLY, above).amount).toBe(465_000n);
  expect(monthLine(TERMS, OCTOBER, MONTHLY, null).amount).toBe(341_000n);
});
