/** Times of the clock as people read them. */
import type { ClockSpan } from '../period/clock-spans.js';

const SECOND = 1_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

/** `08:00–16:00`, `22:00–06:00` over midnight; in order of time. */
export function clockTimes(spans: readonly ClockSpan[]): string {
  const times: { start: bigint; end: bigint }[] = [];
  for (const { start, length } of spans) {
    const last = times.at(-1);
    if (last?.end === DAY && start === 0n) last.end = length;
    else times.push({ start, end: start + length });
  }
  return times.map(({ start, end }) => `${clockTime(start)}–${clockTime(end)}`).join(', ');
}

/** Microseconds after midnight as `22:00`, with seconds where there are any. */
export function clockTime(microseconds: bigint): string {
  const [hours, minutes, seconds] = [
    microseconds / HOUR,
    (microseconds % HOUR) / MINUTE,
    (microseconds % MINUTE) / SECOND,
  ];
  const parts = seconds === 0n ? [hours, minutes] : [hours, minutes, seconds];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
