import { describe, expect, it } from 'vitest';
import { ageOf, amountsByAge, daysOverdue } from '../../../src/documents/accounts/ages.js';
import { localDate } from '../../../src/period/local-date.js';
import { fen, issued } from './books.js';

const DUE = localDate('2026-10-31');

describe('ageOf', () => {
  it.each([
    ['2026-10-01', 0, 'not_due'],
    ['2026-10-31', 0, 'not_due'],
    ['2026-11-01', 1, 'days_1_30'],
    ['2026-11-30', 30, 'days_1_30'],
    ['2026-12-01', 31, 'days_31_60'],
    ['2026-12-30', 60, 'days_31_60'],
    ['2026-12-31', 61, 'days_61_90'],
    ['2027-01-29', 90, 'days_61_90'],
    ['2027-01-30', 91, 'days_over_90'],
  ])('due 10-31, on %s: %i days, %s', (asOf, days, age) => {
    expect(daysOverdue(DUE, localDate(asOf))).toBe(days);
    expect(ageOf(DUE, localDate(asOf))).toBe(age);
  });
});

it('adds up what is open by age: due 11-11 and 12-11, on 12-20 that is 39 and 9 days', () => {
  const open = [
    { document: issued('A', '2026-11-01', 100), open: fen(70) },
    { document: issued('B', '2026-12-01', 80), open: fen(80) },
    { document: issued('C', '2026-12-01', 5), open: fen(5) },
  ];
  expect(amountsByAge(open, localDate('2026-12-20'))).toEqual({
    not_due: 0n,
    days_1_30: fen(85),
    days_31_60: fen(70),
    days_61_90: 0n,
    days_over_90: 0n,
  });
});
