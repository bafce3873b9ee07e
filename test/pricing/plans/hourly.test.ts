/** A rate per worked hour. */
import { expect, it } from 'vitest';
import { calendarOf } from '../../../src/pricing/calendar.js';
import { localDate } from '../../../src/period/local-date.js';
import type { HourlyContract } from '../../../src/pricing/plans/hourly.js';
import {
  decimal,
  kindsAndAmounts,
  priced,
  scores,
  surcharge,
  TERMS,
  workedShift,
} from '../builders.js';

function contract(changes: Partial<HourlyContract> = {}): HourlyContract {
  return {
    ...TERMS,
    plan: 'hourly',
    rate: decimal('25'),
    minimumHours: decimal('0'),
    roundingMinutes: null,
    appraisal: null,
    surcharges: [],
    ...changes,
  };
}

function billed(
  changes: Partial<HourlyContract>,
  shifts: readonly ReturnType<typeof workedShift>[],
  context: Parameters<typeof priced>[2] = {},
): [string, bigint][] {
  const { lines, problems } = priced(contract(changes), { shifts }, context);
  expect(problems).toEqual([]);
  return kindsAndAmounts(lines);
}

it('minimum 4: shifts of 7.5, 8 and 2 hours are 7.5 + 8 + 4 = 19.5 hours at 25, 487.50', () => {
  const shifts = [
    workedShift('A', '2026-10-01', 9, 7.5),
    workedShift('A', '2026-10-02', 9, 8),
    workedShift('A', '2026-10-03', 9, 2),
  ];
  expect(billed({ minimumHours: decimal('4') }, shifts)).toEqual([['hours', 48_750n]]);
});

it('each shift is raised to a multiple of its minutes: 7:40 and 7:50 to 7:45 and 8:00, by 15', () => {
  const shifts = [
    { ...workedShift('A', '2026-10-01', 9, 1), workedMicroseconds: 460n * 60_000_000n },
    { ...workedShift('A', '2026-10-02', 9, 1), workedMicroseconds: 470n * 60_000_000n },
  ];
  // 7.75 + 8 = 15.75 hours, 393.75
  expect(billed({ roundingMinutes: decimal('15') }, shifts)).toEqual([['hours', 39_375n]]);
});

it('a line per agent, in order of agent', () => {
  const shifts = [workedShift('B', '2026-10-01', 9, 2), workedShift('A', '2026-10-01', 9, 1)];
  // 1 × 25, 2 × 25
  expect(billed({}, shifts)).toEqual([
    ['hours', 2_500n],
    ['hours', 5_000n],
  ]);
});

it('an appraisal stands below its line: 200.00 × 0.10 × (0.9 − 1) = −2.00', () => {
  const appraisal = { share: decimal('0.10'), from: null, indicators: [] };
  const shifts = [workedShift('A', '2026-10-01', 9, 8)];
  expect(billed({ appraisal }, shifts, { achieved: scores(['A', '0.9']) })).toEqual([
    ['hours', 20_000n],
    ['appraisal', -200n],
  ]);
});

it('a surcharge is on the hours as worked, not as they are raised', () => {
  const surcharges = [surcharge('3', { dayTag: 'holiday' })];
  const calendar = calendarOf([{ date: localDate('2026-10-01'), tag: 'holiday' }]);
  const shifts = [workedShift('A', '2026-10-01', 9, 2), workedShift('A', '2026-10-05', 9, 2)];
  // 4 + 4 hours at 25 are 200.00; 2 hours × 25 × 2 = 100.00
  expect(billed({ surcharges, minimumHours: decimal('4') }, shifts, { calendar })).toEqual([
    ['hours', 20_000n],
    ['surcharge', 10_000n],
  ]);
});

it('no shift is no line', () => {
  expect(billed({}, [])).toEqual([]);
});
