/** A time between two instants, as the clock on the wall shows it. */
import { DateTime } from 'luxon';

/** Time on one local day: from when, in microseconds after midnight, and how long it lasts. */
export interface ClockSpan {
  readonly start: bigint;
  readonly length: bigint;
}

/** The search for a setting of the clocks ends within a millisecond of it. */
const MILLISECOND = 1_000n;
const MINUTE = 60_000_000n;
const DAY = 24n * 60n * MINUTE;

/**
 * The spans of a time, one for each local day that it touches, and one more where the clocks are set
 * in between. Instants are microseconds since 1970 in UTC; `to` is not before `from`.
 *
 * > Asia/Shanghai, 20:00 to 04:00: 20:00 and 4 hours, 00:00 and 4 hours.
 * > Europe/Berlin on 2026-10-25, 01:00 to 04:00: 01:00 and 2 hours (until the clocks go back at 03:00),
 * > 02:00 and 2 hours.
 */
export function clockSpans(from: bigint, to: bigint, timeZone: string): ClockSpan[] {
  const spans: ClockSpan[] = [];
  let at = from;
  while (at < to) {
    const local = at + offsetAt(at, timeZone);
    const start = ((local % DAY) + DAY) % DAY;
    const midnight = at + (DAY - start);
    const until = firstChange(at, midnight < to ? midnight : to, timeZone);
    spans.push({ start, length: until - at });
    at = until;
  }
  return spans;
}

/** The first instant after `from` at which the clocks are set, or `to` where they are not. */
function firstChange(from: bigint, to: bigint, timeZone: string): bigint {
  const offset = offsetAt(from, timeZone);
  if (offsetAt(to - 1n, timeZone) === offset) return to;
  let [before, after] = [from, to - 1n];
  while (after - before > MILLISECOND) {
    const middle = before + half(after - before);
    if (offsetAt(middle, timeZone) === offset) before = middle;
    else after = middle;
  }
  return roundedToMinute(after);
}

/** Clocks are set at whole minutes; the search ends within a millisecond of one. */
function roundedToMinute(instant: bigint): bigint {
  const shifted = instant + half(MINUTE);
  return shifted - (((shifted % MINUTE) + MINUTE) % MINUTE);
}

/** Half of a length, rounded down. */
function half(length: bigint): bigint {
  return length / 2n;
}

/** Ahead of UTC, in microseconds. */
function offsetAt(instant: bigint, timeZone: string): bigint {
  const { offset } = DateTime.fromMillis(Number(instant) / 1000, { zone: timeZone });
  return BigInt(offset) * MINUTE;
}
