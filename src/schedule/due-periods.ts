/** Which periods are due to be published: those whose settlement window has closed. */
import { addDays, type LocalDate } from '../period/local-date.js';
import { periodAfter, periodBefore, periodOf, type Period } from '../period/period.js';

/**
 * The closed periods after the last published one, oldest first, so that a missed month is caught up;
 * the last closed period alone where none is published yet.
 *
 * > Settlement days 7: on 2026-11-08 October is due, on 2026-11-07 it is not.
 */
export function duePeriods(
  today: LocalDate,
  settlementDays: number,
  lastPublished: Period | null,
): Period[] {
  const closed = lastClosed(today, settlementDays);
  if (lastPublished === null) return [closed];
  const due: Period[] = [];
  for (let next = periodAfter(lastPublished); next.id <= closed.id; next = periodAfter(next)) {
    due.push(next);
  }
  return due;
}

function lastClosed(today: LocalDate, settlementDays: number): Period {
  let period = periodBefore(periodOf(today));
  while (addDays(period.lastDay, settlementDays) >= today) period = periodBefore(period);
  return period;
}
