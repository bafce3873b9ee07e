/** Zones whose clocks stand still: most of the world's, most of the time. */
import { DateTime, IANAZone } from 'luxon';
import type { LocalDate } from './local-date.js';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Answers that were given: each took a look at every day. */
const known = new Map<string, number | null>();

/**
 * Minutes ahead of UTC that hold from the start of one date to the end of another; null where the
 * clocks are set in between. Asia/Shanghai in 2026: 480.
 */
export function constantOffset(timeZone: string, first: LocalDate, last: LocalDate): number | null {
  const asked = `${timeZone} ${first} ${last}`;
  const answered = known.get(asked);
  if (answered !== undefined) return answered;
  const offset = findOffset(timeZone, first, last);
  known.set(asked, offset);
  return offset;
}

function findOffset(timeZone: string, first: LocalDate, last: LocalDate): number | null {
  const zone = IANAZone.create(timeZone);
  const start = DateTime.fromISO(first, { zone }).toMillis();
  const end = DateTime.fromISO(last, { zone }).endOf('day').toMillis();
  const offset = zone.offset(start);
  for (let time = start; time < end; time += MILLISECONDS_PER_DAY) {
    if (zone.offset(time) !== offset) return null;
  }
  return zone.offset(end) === offset ? offset : null;
}
