import { expect, it } from 'vitest';
import { compactDates } from '../../src/words/compact-dates.js';

it('days of one month, in order', () => {
  expect(compactDates(['2026-10-02', '2026-10-01'])).toBe('2026-10: 01 02');
});
