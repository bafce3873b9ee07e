import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { calendarOf } from '../../src/pricing/calendar.js';

const calendar = calendarOf([
  { date: localDate('2026-10-01'), tag: 'statutory_holiday' },
  { date: localDate('2026-11-11'), tag: 'promotion' },
  { date: localDate('2026-10-01'), tag: 'promotion' },
  { date: localDate('2027-01-01'), tag: 'statutory_holiday' },
  { date: localDate('2027-01-02'), tag: 'statutory_holiday' },
]);

it('a date has the tags of its rows', () => {
  expect(calendar.hasTag(localDate('2026-10-01'), 'statutory_holiday')).toBe(true);
  expect(calendar.hasTag(localDate('2026-10-01'), 'promotion')).toBe(true);
  expect(calendar.hasTag(localDate('2026-11-11'), 'statutory_holiday')).toBe(false);
  expect(calendar.hasTag(localDate('2026-10-02'), 'promotion')).toBe(false);
  expect(calendar.hasTag(localDate('2026-10-01'), 'unheard of')).toBe(false);
});

it('a year has each of its tags once', () => {
  expect(calendar.tagsOf('2026')).toEqual(['statutory_holiday', 'promotion']);
  expect(calendar.tagsOf('2027')).toEqual(['statutory_holiday']);
  expect(calendar.tagsOf('2028')).toEqual([]);
});
