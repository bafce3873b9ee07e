/**
 * Worked time by the clock: how much of it lies under which surcharge. Of several surcharges the highest
 * multiplier counts, of equal ones the first row.
 *
 * > Night 22:00–08:00 at 1.3: of a shift from 20:00 to 04:00, 6 hours. With a holiday at 3 on its date,
 * > all 8 hours are under the holiday and none under the night.
 */
import type { HasTag } from './calendar.js';
import type { ClockSpan } from '../period/clock-spans.js';
import type { ClockWindow, Surcharge } from './contract.js';
import type { WorkedShift } from './usage.js';

const MICROSECONDS_PER_MINUTE = 60_000_000n;
const DAY_MINUTES = 24 * 60;
const WHOLE_DAY: ClockWindow = { startMinute: 0, endMinute: DAY_MINUTES };

/** Microseconds of a shift under each of its surcharges; inside `within`, where time outside does not count. */
export function surchargedTime(
  { date, clock }: WorkedShift,
  surcharges: readonly Surcharge[],
  hasTag: HasTag,
  within: ClockWindow = WHOLE_DAY,
): Map<Surcharge, bigint> {
  const time = new Map<Surcharge, bigint>();
  const ofDate = byRank(surcharges.filter(({ dayTag }) => dayTag === null || hasTag(date, dayTag)));
  if (ofDate.length === 0) return time;
  const edges = edgesOf([within, ...ofDate.map(({ window }) => window)]);
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1];
    if (to === undefined || !isInside(from, within)) continue;
    const surcharge = ofDate.find(({ window }) => isInside(from, window));
    const worked = clock.reduce((total, span) => total + overlap(span, from, to), 0n);
    if (surcharge === undefined || worked === 0n) continue;
    time.set(surcharge, (time.get(surcharge) ?? 0n) + worked);
  }
  return time;
}

/** The highest multiplier first; equal ones stay in the order of the file. */
export function byRank(surcharges: readonly Surcharge[]): Surcharge[] {
  return [...surcharges].sort((left, right) => right.multiplier.compare(left.multiplier));
}

/** Between two edges no window begins or ends. */
function edgesOf(windows: readonly ClockWindow[]): number[] {
  const edges = new Set([0, DAY_MINUTES]);
  for (const { startMinute, endMinute } of windows) edges.add(startMinute).add(endMinute);
  return [...edges].sort((left, right) => left - right);
}

/** Whether a minute of the day lies in a window, which may run over midnight. */
function isInside(minute: number, { startMinute, endMinute }: ClockWindow): boolean {
  return startMinute < endMinute
    ? minute >= startMinute && minute < endMinute
    : minute >= startMinute || minute < endMinute;
}

/** How much of a span lies between two minutes of its day. */
function overlap({ start, length }: ClockSpan, fromMinute: number, toMinute: number): bigint {
  const from = BigInt(fromMinute) * MICROSECONDS_PER_MINUTE;
  const to = BigInt(toMinute) * MICROSECONDS_PER_MINUTE;
  const first = start > from ? start : from;
  const last = start + length < to ? start + length : to;
  return last > first ? last - first : 0n;
}
