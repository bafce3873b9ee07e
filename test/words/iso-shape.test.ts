import { expect, it } from 'vitest';
import { isDateWritten, isTimeWritten } from '../../src/words/iso-shape.js';

it('a date is written so, be there such a day or not', () => {
  expect(['2026-10-01', '2026-02-30'].map(isDateWritten)).toEqual([true, true]);
  expect(['2026/10/1', '2026-10-01T08:00', '出勤'].map(isDateWritten)).toEqual([
    false,
    false,
    false,
  ]);
});

it('a time is written so, with an offset or without', () => {
  const written = ['2026-02-30T08:00', '2026-10-01 25:00:00', '2026-10-01T08:00:00.5+08:00'];
  expect(written.map(isTimeWritten)).toEqual([true, true, true]);
  expect(['2026-10-01', '08:30', '2026/10/1 8:30'].map(isTimeWritten)).toEqual([
    false,
    false,
    false,
  ]);
});
