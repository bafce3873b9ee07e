import { expect, it } from 'vitest';
import { constantOffset } from '../../src/period/constant-offset.js';
import { localDate } from '../../src/period/local-date.js';

it.each([
  // China has stood still since 1991: 8 h ahead.
  ['Asia/Shanghai', '2024-01-01', '2028-12-31', 480],
  // Berlin sets its clocks on 2026-03-29 and 2026-10-25.
  ['Europe/Berlin', '2026-01-01', '2026-12-31', null],
  ['Europe/Berlin', '2026-11-01', '2027-03-27', 60],
  ['Europe/Berlin', '2026-11-01', '2027-03-28', null],
  ['America/St_Johns', '2026-11-02', '2027-03-01', -210],
  ['UTC', '2026-01-01', '2026-12-31', 0],
  // Recife was an hour ahead of itself from 2000-10-08 to 2000-10-15 alone.
  ['America/Recife', '2000-10-01', '2000-10-31', null],
])('%s from %s to %s: %s', (zone, first, last, minutes) => {
  expect(constantOffset(zone, localDate(first), localDate(last))).toBe(minutes);
});
