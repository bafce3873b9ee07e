/** Billing periods: calendar months in the provider's time zone. */
import { DateTime } from 'luxon';
import { assert } from '../problem.js';
import {
  addDays,
  daysBetween,
  earlier,
  isoDate,
  later,
  localDate,
  type LocalDate,
} from './local-date.js';

export interface Period {
  /** `YYYY-MM`. */
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** The days of the month, 28 to 31. */
  readonly days: number;
}

/**
 * The part of a period that is priced: all of it for an invoice,
 * through the last complete day for a preview.
 */
export interface BillingSpan {
  readonly period: Period;
  readonly through: LocalDate;
}

/** Of the years 2000 to 8999: what lies around them are dates too. */
const PATTERN = /^[2-8]\d{3}-(0[1-9]|1[0-2])$/;

/** The period that `YYYY-MM` names, or undefined for any other text. */
export function parsePeriod(text: string): Period | undefined {
  return PATTERN.test(text) ? startingOn(localDate(`${text}-01`)) : undefined;
}

export function periodOf(date: LocalDate): Period {
  return startingOn(localDate(`${date.slice(0, 7)}-01`));
}

export function periodBefore(period: Period): Period {
  return periodOf(addDays(period.firstDay, -1));
}

export function periodAfter(period: Period): Period {
  return periodOf(addDays(period.lastDay, 1));
}

export function wholePeriod(period: Period): BillingSpan {
  return { period, through: period.lastDay };
}

/** The dates of the span on which something in force from one date to another (null: open) is active. */
export function activeDates(
  span: BillingSpan,
  startsOn: LocalDate,
  endsOn: LocalDate | null,
): { first: LocalDate; last: LocalDate; days: number } {
  const first = later(span.period.firstDay, startsOn);
  const last = endsOn === null ? span.through : earlier(span.through, endsOn);
  return { first, last, days: daysBetween(first, last) };
}

function startingOn(firstDay: LocalDate): Period {
  const start = DateTime.fromISO(firstDay, { zone: 'utc' });
  const days = start.daysInMonth;
  assert(days !== undefined, 'a valid month has a number of days');
  return {
    id: firstDay.slice(0, 7),
    firstDay,
    lastDay: isoDate(start.plus({ days: days - 1 })),
    days,
  };
}
