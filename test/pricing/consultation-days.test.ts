import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import {
  consultationsFigure,
  datesWithout,
  missingDays,
} from '../../src/pricing/consultation-days.js';
import { valueOf } from '../../src/pricing/terms.js';
import { consultations, TERMS } from './builders.js';

// 10-01 to 10-03
const DAYS = consultations('2026-10-01', [120, 0, 35]);

it('adds up: 120 + 0 + 35 = 155', () => {
  expect(valueOf(consultationsFigure(DAYS, ['2026-10'])).toDecimal()).toBe('155');
  expect(valueOf(consultationsFigure([], [])).toDecimal()).toBe('0');
});

it('a day of 0 is known, a day without a row is not', () => {
  const dates = ['2026-10-01', '2026-10-02', '2026-10-05'].map(localDate);
  expect(datesWithout(dates, DAYS)).toEqual(['2026-10-05']);
});

it('each day of the contract without a row is named, in one problem that blocks its merchant', () => {
  const active = { first: localDate('2026-10-02'), last: localDate('2026-10-05') };
  expect(missingDays(TERMS, active, DAYS)).toMatchObject([
    {
      severity: 'error',
      code: 'consultation-day-missing',
      merchantId: 'M1',
      values: { contractId: 'C1', dates: ['2026-10-04', '2026-10-05'] },
    },
  ]);
  expect(missingDays(TERMS, { ...active, last: localDate('2026-10-03') }, DAYS)).toEqual([]);
});
