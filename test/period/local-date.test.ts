import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  datesBetween,
  daysBetween,
  earlier,
  later,
  localDate,
  parseLocalDate,
} from '../../src/period/local-date.js';

describe('parseLocalDate', () => {
  it.each(['2026-10-01', '2024-02-29', '2026-12-31'])('reads %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    ...['2026-02-30', '2026-02-29', '2026-13-01', '2026-10-1', '2026/10/01', '', ' 2026-10-01'],
    ...['0026-10-01', '1899-12-31', '12026-10-01'],
  ])('reads no date in "%s"', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });
});

describe('days', () => {
  it.each([
    ['2026-10-01', '2026-10-03', 3],
    ['2026-10-03', '2026-10-03', 1],
    ['2026-10-03', '2026-10-02', 0],
    ['2026-10-03', '2026-09-01', 0],
    ['2024-02-28', '2024-03-01', 3], // 28th, 29th, 1st
  ])('%s to %s are %i', (first, last, days) => {
    expect(daysBetween(localDate(first), localDate(last))).toBe(days);
    expect(datesBetween(localDate(first), localDate(last))).toHaveLength(days);
  });

  it('are counted as they are added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const first = localDate('2026-10-15');
        const last = addDays(first, days);
        expect(daysBetween(first, last)).toBe(Math.max(0, days + 1));
        expect(addDays(last, -days)).toBe(first);
        expect(earlier(first, last)).toBe(days < 0 ? last : first);
        expect(later(first, last)).toBe(days < 0 ? first : last);
      }),
    );
  });
});
