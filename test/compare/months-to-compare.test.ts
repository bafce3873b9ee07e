import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { monthsToCompare } from '../../src/compare/months-to-compare.js';
import { month } from './inputs.js';

const NOW = DateTime.fromISO('2026-11-20T09:00', { zone: 'utc' });

function ids(...of: Parameters<typeof monthsToCompare>): string[] | string {
  const found = monthsToCompare(...of);
  return 'refused' in found ? found.refused.code : found.map(({ period }) => period.id);
}

describe('monthsToCompare', () => {
  it('is the last full month', () => {
    expect(ids(NOW, null)).toEqual(['2026-10']);
  });

  it('is a range, over the end of a year', () => {
    const range = { first: month('2025-11'), last: month('2026-02') };
    expect(ids(NOW, range)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('is the last twelve months up to one', () => {
    const found = ids(NOW, null, { last: month('2026-09'), count: 12 });
    expect([found.length, found[0], found.at(-1)]).toEqual([12, '2025-10', '2026-09']);
  });

  it('has no month that has not ended', () => {
    expect(ids(NOW, { first: month('2026-10'), last: month('2026-11') })).toBe('period-not-ended');
  });
});
