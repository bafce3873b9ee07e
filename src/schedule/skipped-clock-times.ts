/** Times that the clocks of a zone skip, since they are set forward: no moment has them. */
import { DateTime } from 'luxon';

/** Clocks are set once in a while: two settings within an hour cancel each other, and are none. */
const STEP_MS = 3_600_000;

/** The clocks go from one time to another; milliseconds since 1970, of clock times as if they were UTC. */
export interface SkippedClockTimes {
  /** The moment at which the clocks are set. */
  readonly moment: number;
  /** The first time that is skipped. */
  readonly from: number;
  /** The first time that is shown again. */
  readonly to: number;
}

/**
 * Those that are skipped after one moment and until another.
 *
 * > Berlin, 2026-03-29: at 01:00 UTC the clocks go from 02:00 to 03:00.
 */
export function skippedClockTimes(
  after: number,
  until: number,
  timeZone: string,
): SkippedClockTimes[] {
  const offsetAt = (moment: number): number =>
    DateTime.fromMillis(moment, { zone: timeZone }).offset * 60_000;
  const skipped: SkippedClockTimes[] = [];
  for (let start = after; start < until; start += STEP_MS) {
    const end = Math.min(start + STEP_MS, until);
    const [before, then] = [offsetAt(start), offsetAt(end)];
    if (then <= before) continue;
    const moment = firstWhere((at) => offsetAt(at) !== before, start, end);
    skipped.push({ moment, from: moment + before, to: moment + then });
  }
  return skipped;
}

/** The first millisecond of which something holds: not of `start`, and from there until `end`. */
function firstWhere(holds: (moment: number) => boolean, start: number, end: number): number {
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
