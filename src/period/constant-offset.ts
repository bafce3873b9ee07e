/** Zones whose clocks stand still: most of the world's, most of the time. */
import { DateTime } from 'luxon';
import type { LocalDate } from './local-date.js';

const MINUTES_PER_DAY = 1440;

/**
 * Minutes ahead of UTC that hold from the start of one date to the end of another; null where the
 * clocks are set in between. Asia/Shanghai in 2026: 480.
 */
export function constantOffset(timeZone: string, first: LocalDate, last: LocalDate): number | null {
  const end = DateTime.fromISO(last, { zone: timeZone }).endOf('day');
  let time = DateTime.fromISO(first, { zone: timeZone });
  const { offset } = time;
  while (time < end) {
    if (time.offset !== offset) return null;
    time = time.plus({ minutes: MINUTES_PER_DAY });
  }
  return end.offset === offset ? offset : null;
}
