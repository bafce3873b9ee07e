/**
 * Worked time by the clock: which times of a shift lie under which surcharge. Of several surcharges the
 * highest multiplier counts, of equal ones the first row.
 *
 * > Night 22:00–08:00 at 1.3: of a shift from 20:00 to 04:00, 22:00–24:00 and 00:00–04:00, 6 hours. With
 * > a holiday at 3 on its date, all 8 hours are under the holiday and none under the night.
 */
import type { HasTag } from './calendar.js';
import { sumAmounts } from '../money/amount.js';
import type { ClockSpan } from '../period/clock-spans.js';
import type { ClockWindow, Surcharge, WorkedTimeTerms } from './contract.js';
import type { Usage, WorkedShift } from './usage.js';

/** A shift and its times under one surcharge: what the line of the surcharge rests on. */
export interface SurchargedShift extends Pick<WorkedShift, 'agentId' | 'shift' | 'date'> {
  readonly surcharge: Surcharge;
  /** In order of time; a time over midnight is two. */
  readonly times: readonly ClockSpan[];
}

const MICROSECONDS_PER_MINUTE = 60_000_000n;
const DAY_MINUTES = 24 * 60;
const WHOLE_DAY: ClockWindow = { startMinute: 0, endMinute: DAY_MINUTES };

/** Shifts in order of start, each once for every surcharge; time outside of `within` does not count. */
export function surchargedShifts(
  { surcharges }: WorkedTimeTerms,
  { shifts }: Pick<Usage, 'shifts'>,
  hasTag: HasTag,
  within: ClockWindow = WHOLE_DAY,
): SurchargedShift[] {
  return shifts.flatMap((shift) => {
    const times = timesBySurcharge(shift, surcharges, hasTag, within);
    const { agentId, date } = shift;
    return surcharges.flatMap((surcharge) => {
      const of = times.get(surcharge);
      return of ? { surcharge, agentId, shift: shift.shift, date, times: of } : [];
    });
  });
}

/** Microseconds of the shift under the surcharge. */
export function surchargedTime({ times }: SurchargedShift): bigint {
  return sumAmounts(times.map(({ length }) => length));
}

/** The highest multiplier first; equal ones stay in the order of the file. */
export function byRank(surcharges: readonly Surcharge[]): Surcharge[] {
  return [...surcharges].sort((left, right) => right.multiplier.compare(left.multiplier));
}

function timesBySurcharge(
  { date, clock }: WorkedShift,
  surcharges: readonly Surcharge[],
  hasTag: HasTag,
  within: ClockWindow,
): Map<Surcharge, ClockSpan[]> {
  const times = new Map<Surcharge, ClockSpan[]>();
  const ofDate = byRank(surcharges.filter(({ dayTag }) => dayTag === null || hasTag(date, dayTag)));
  if (ofDate.length === 0) return times;
  const edges = edgesOf([within, ...ofDate.map(({ window }) => window)]);
  for (const span of clock) {
    for (const [at, from] of edges.entries()) {
      const time = overlap(span, from, edges[at + 1] ?? DAY_MINUTES);
      if (time === null || !isInside(from, within)) continue;
      const surcharge = ofDate.find(({ window }) => isInside(from, window));
      if (surcharge !== undefined) times.set(surcharge, withTime(times.get(surcharge) ?? [], time));
    }
  }
  return times;
}

/** A time that begins where the last one ends makes that one longer. */
function withTime(before: readonly ClockSpan[], time: ClockSpan): ClockSpan[] {
  const last = before.at(-1);
  if (last === undefined || last.start + last.length !== time.start) return [...before, time];
  return [...before.slice(0, -1), { start: last.start, length: last.length + time.length }];
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

/** What of a span lies between two minutes of its day; null where nothing does. */
function overlap(
  { start, length }: ClockSpan,
  fromMinute: number,
  toMinute: number,
): ClockSpan | null {
  const from = BigInt(fromMinute) * MICROSECONDS_PER_MINUTE;
  const to = BigInt(toMinute) * MICROSECONDS_PER_MINUTE;
  const first = start > from ? start : from;
  const last = start + length < to ? start + length : to;
  return last > first ? { start: first, length: last - first } : null;
}
