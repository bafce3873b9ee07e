/** Which months are compared: those of a range, or the last ones. A month that has not ended is none. */
import type { DateTime } from 'luxon';
import { isoDate } from '../period/local-date.js';
import {
  periodAfter,
  periodBefore,
  periodOf,
  wholePeriod,
  type BillingSpan,
  type Period,
} from '../period/period.js';
import { problem, type Problem } from '../problem.js';

interface Range {
  readonly first: Period;
  readonly last: Period;
}

interface LastMonths {
  /** null: the last full month. */
  readonly last: Period | null;
  readonly count: number;
}

/** Without a range, so many months up to one; the default is the last full month alone. */
export function monthsToCompare(
  now: DateTime,
  range: Range | null,
  { last, count }: LastMonths = { last: null, count: 1 },
): readonly BillingSpan[] | { readonly refused: Problem } {
  const today = isoDate(now);
  const end = range?.last ?? last ?? periodBefore(periodOf(today));
  if (today <= end.lastDay)
    return {
      refused: problem(
        'period-not-ended',
        { file: 'FROM..TO' },
        { case: 'compare', period: end.id },
      ),
    };
  return monthsBetween(range?.first ?? earlier(end, count - 1), end).map(wholePeriod);
}

function monthsBetween(first: Period, last: Period): Period[] {
  const months: Period[] = [];
  for (let month = first; month.id <= last.id; month = periodAfter(month)) months.push(month);
  return months;
}

function earlier(period: Period, months: number): Period {
  return months === 0 ? period : earlier(periodBefore(period), months - 1);
}
