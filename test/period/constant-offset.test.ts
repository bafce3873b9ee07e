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
])('%s from %s to %s: %s', (zone, first, last, minutes) => {
  expect(constantOffset(zone, localDate(first), localDate(last))).toBe(minutes);
});
