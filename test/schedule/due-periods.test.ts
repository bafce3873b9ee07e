import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import { duePeriods } from '../../src/schedule/due-periods.js';

it.each<[string, number, string | null, string[]]>([
  // Settlement days 7: October's window closes with 11-07.
  ['2026-11-07', 7, '2026-09', []],
  ['2026-11-08', 7, '2026-09', ['2026-10']],
  ['2026-11-08', 7, '2026-10', []],
  // Nothing is published yet: the last closed month alone.
  ['2026-11-08', 7, null, ['2026-10']],
  ['2026-11-07', 7, null, ['2026-09']],
  // The machine was off over two months: both, the older first.
  ['2026-12-20', 7, '2026-09', ['2026-10', '2026-11']],
  // No settlement days: due on the first day of the next month.
  ['2026-11-01', 0, '2026-09', ['2026-10']],
  // A window of 45 days: October closes with 12-15, December is no time for November.
  ['2026-12-16', 45, '2026-09', ['2026-10']],
  ['2026-12-15', 45, '2026-09', []],
])('on %s with %i settlement days after %s: %j', (today, settlementDays, last, due) => {
  const lastPublished = last === null ? null : (parsePeriod(last) ?? null);
  const found = duePeriods(localDate(today), settlementDays, lastPublished);
  expect(found.map(({ id }) => id)).toEqual(due);
});
