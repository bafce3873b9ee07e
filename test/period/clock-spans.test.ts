import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { clockSpans } from '../../src/period/clock-spans.js';

/** From one instant to another: `HH:MM +minutes` for each span. */
function spans(from: string, to: string, timeZone: string): string[] {
  const instant = (text: string): bigint => BigInt(DateTime.fromISO(text).toMillis()) * 1000n;
  return clockSpans(instant(from), instant(to), timeZone).map(({ start, length }) => {
    const minutes = Number(start / 60_000_000n);
    const clock = [Math.floor(minutes / 60), minutes % 60].map((of) => String(of).padStart(2, '0'));
    return `${clock.join(':')} +${length / 60_000_000n}`;
  });
}

it.each([
  ['on one day', '2026-10-01T09:00+08:00', '2026-10-01T17:30+08:00', ['09:00 +510']],
  [
    'over midnight',
    '2026-10-01T20:00+08:00',
    '2026-10-02T04:00+08:00',
    ['20:00 +240', '00:00 +240'],
  ],
  ['until midnight', '2026-10-01T16:00+08:00', '2026-10-02T00:00+08:00', ['16:00 +480']],
  [
    'over two midnights',
    '2026-10-01T23:00+08:00',
    '2026-10-03T01:00+08:00',
    ['23:00 +60', '00:00 +1440', '00:00 +60'],
  ],
  ['of no length', '2026-10-01T09:00+08:00', '2026-10-01T09:00+08:00', []],
])('%s', (_, from, to, expected) => {
  expect(spans(from, to, 'Asia/Shanghai')).toEqual(expected);
});

it('an hour comes twice in autumn, and is left out in spring', () => {
  // Berlin goes back from 03:00 to 02:00 on 2026-10-25, and on from 02:00 to 03:00 on 2026-03-29.
  expect(spans('2026-10-25T01:00+02:00', '2026-10-25T04:00+01:00', 'Europe/Berlin')).toEqual([
    '01:00 +120',
    '02:00 +120',
  ]);
  expect(spans('2026-03-29T01:00+01:00', '2026-03-29T05:00+02:00', 'Europe/Berlin')).toEqual([
    '01:00 +60',
    '03:00 +120',
  ]);
});

it('microseconds are kept', () => {
  // 1970-01-01T00:00:00.000001Z to a second after midnight.
  expect(clockSpans(1n, 1_000_000n, 'UTC')).toEqual([{ start: 1n, length: 999_999n }]);
});
