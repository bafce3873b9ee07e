import { expect, it } from 'vitest';
import { skippedClockTimes } from '../../src/schedule/skipped-clock-times.js';

const at = (time: string): number => new Date(time).getTime();

/** As times of the clock. */
function skipped(after: string, until: string, zone: string): string[] {
  return skippedClockTimes(at(after), at(until), zone).map(({ moment, from, to }) => {
    const shown = [moment, from, to].map((one) => new Date(one).toISOString().slice(0, 16));
    return `${shown[0]}Z: ${shown[1]} to ${shown[2]}`;
  });
}

it.each([
  // The clocks go from 02:00 to 03:00 at 01:00 UTC.
  [
    'Europe/Berlin',
    '2026-03-28T00:00Z',
    '2026-03-30T00:00Z',
    ['2026-03-29T01:00Z: 2026-03-29T02:00 to 2026-03-29T03:00'],
  ],
  // It belongs to the span that ends with it, and not to the one that begins with it.
  [
    'Europe/Berlin',
    '2026-03-29T00:59Z',
    '2026-03-29T01:00Z',
    ['2026-03-29T01:00Z: 2026-03-29T02:00 to 2026-03-29T03:00'],
  ],
  ['Europe/Berlin', '2026-03-29T01:00Z', '2026-03-30T00:00Z', []],
  // In autumn they go back, and skip nothing.
  ['Europe/Berlin', '2026-10-24T00:00Z', '2026-10-27T00:00Z', []],
  // By half an hour, from 02:00 to 02:30.
  [
    'Australia/Lord_Howe',
    '2026-10-01T00:00Z',
    '2026-10-10T00:00Z',
    ['2026-10-03T15:30Z: 2026-10-04T02:00 to 2026-10-04T02:30'],
  ],
  // At midnight, from 00:00 to 01:00.
  [
    'America/Santiago',
    '2026-09-01T00:00Z',
    '2026-09-10T00:00Z',
    ['2026-09-06T04:00Z: 2026-09-06T00:00 to 2026-09-06T01:00'],
  ],
  // Over years, each spring.
  [
    'America/New_York',
    '2026-01-01T00:00Z',
    '2028-01-01T00:00Z',
    [
      '2026-03-08T07:00Z: 2026-03-08T02:00 to 2026-03-08T03:00',
      '2027-03-14T07:00Z: 2027-03-14T02:00 to 2027-03-14T03:00',
    ],
  ],
  ['Asia/Shanghai', '2020-01-01T00:00Z', '2030-01-01T00:00Z', []],
])('in %s after %s until %s: %j', (zone, after, until, expected) => {
  expect(skipped(after, until, zone)).toEqual(expected);
});
