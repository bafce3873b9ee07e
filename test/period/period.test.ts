import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, datesBetween, localDate } from '../../src/period/local-date.js';
import {
  activeDates,
  parsePeriod,
  periodAfter,
  periodBefore,
  periodOf,
} from '../../src/period/period.js';
import { span } from '../pricing/builders.js';

const OCTOBER = span('2026-10');

describe('periods', () => {
  it.each([
    ['2026-10', '2026-10-01', '2026-10-31', 31],
    ['2026-11', '2026-11-01', '2026-11-30', 30],
    ['2026-02', '2026-02-01', '2026-02-28', 28],
    ['2024-02', '2024-02-01', '2024-02-29', 29],
  ])('%s is %s to %s, %i days', (id, firstDay, lastDay, days) => {
    expect(parsePeriod(id)).toEqual({ id, firstDay, lastDay, days });
  });

  it.each(['2026-00', '2026-13', '2026-1', '202610', '2026-10-01', '', '0000-01', '9999-12'])(
    'reads no period in "%s"',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('follow each other over the end of a year', () => {
    const december = periodOf(localDate('2026-12-31'));
    expect(periodAfter(december).id).toBe('2027-01');
    expect(periodBefore(periodAfter(december))).toEqual(december);
    expect(periodAfter(december).firstDay).toBe(addDays(december.lastDay, 1));
  });
});

describe('activeDates', () => {
  it.each([
    ['2026-01-01', null, '2026-10-01', '2026-10-31', 31],
    ['2026-10-10', null, '2026-10-10', '2026-10-31', 22], // 10th to 31st
    ['2026-01-01', '2026-10-10', '2026-10-01', '2026-10-10', 10],
    ['2026-10-31', '2026-10-31', '2026-10-31', '2026-10-31', 1],
  ])('of %s to %s are %s to %s, %i days', (startsOn, endsOn, first, last, days) => {
    const end = endsOn === null ? null : localDate(endsOn);
    expect(activeDates(OCTOBER, localDate(startsOn), end)).toEqual({ first, last, days });
  });

  it.each([
    ['2026-11-01', null],
    ['2026-01-01', '2026-09-30'],
  ])('of %s to %s are none', (startsOn, endsOn) => {
    const end = endsOn === null ? null : localDate(endsOn);
    expect(activeDates(OCTOBER, localDate(startsOn), end).days).toBe(0);
  });

  it('end with the span of a preview', () => {
    const span = { ...OCTOBER, through: localDate('2026-10-12') };
    expect(activeDates(span, localDate('2026-01-01'), null).days).toBe(12);
  });

  it('of two contracts that meet in mid-month bill every day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (offset) => {
        const ends = addDays(localDate('2026-10-15'), offset);
        const before = activeDates(OCTOBER, localDate('2026-01-01'), ends);
        const after = activeDates(OCTOBER, addDays(ends, 1), null);
        const billed = [before, after].flatMap(({ first, last }) => datesBetween(first, last));
        expect(billed).toEqual(datesBetween(OCTOBER.period.firstDay, OCTOBER.period.lastDay));
        expect(before.days + after.days).toBe(31);
      }),
    );
  });
});
