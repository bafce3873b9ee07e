/** Dates without a time, in the provider's zone: `YYYY-MM-DD`, which compare as text. */
import { DateTime, Settings } from 'luxon';
import { assert } from '../problem.js';

// no time is told in luxon's words, and asking the machine for its language takes 20 ms
Settings.defaultLocale = 'en-US';

declare const localDateBrand: unique symbol;
/** `YYYY-MM-DD`, a day that exists, of the years 1900 to 9999. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const DAY = 24 * 60 * 60 * 1000;
const PATTERN = /^(19|[2-9]\d)\d{2}-\d{2}-\d{2}$/;

/**
 * The days that were asked for, each with its midnight in UTC in milliseconds since 1970, and the other
 * way round: the facts of a month name few days, and each of them thousands of times.
 */
const STARTS = new Map<LocalDate, number>();
const DATES = new Map<number, LocalDate>();

/** What people may write as the start of what has none. */
export const FIRST_DATE = localDate('1900-01-01');

/** What people write as the end of what has none. */
export const LAST_DATE = localDate('9999-12-31');

/** The date that a text spells, or undefined where it spells none: `2026-02-30` and `0026-02-01` are none. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const date = text as LocalDate;
  if (STARTS.has(date)) return date;
  if (!PATTERN.test(text)) return undefined;
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (!time.isValid) return undefined;
  remember(date, time.toMillis());
  return date;
}

/** A date that is known to be one. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  assert(date !== undefined, `${text} is a date`);
  return date;
}

/** The date so many days later; earlier for a negative number. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateAt(startOf(date) + days * DAY);
}

/** Both ends included: 10-01 to 10-03 are 3 days; 0 where the end is before the start. */
export function daysBetween(first: LocalDate, last: LocalDate): number {
  return Math.max(0, (startOf(last) - startOf(first)) / DAY + 1);
}

/** Every date from the first to the last, both included. */
export function datesBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const start = startOf(first);
  return Array.from({ length: daysBetween(first, last) }, (_, day) => dateAt(start + day * DAY));
}

export function earlier(left: LocalDate, right: LocalDate): LocalDate {
  return left < right ? left : right;
}

export function later(left: LocalDate, right: LocalDate): LocalDate {
  return left > right ? left : right;
}

/** The date of a luxon time in the time's own zone. */
export function isoDate(time: DateTime): LocalDate {
  const date = time.toISODate();
  assert(date !== null && PATTERN.test(date), 'a time lies in a year that a date may have');
  return date as LocalDate;
}

/** Days that are all of one length, to count by. */
function startOf(date: LocalDate): number {
  return STARTS.get(date) ?? remember(date, DateTime.fromISO(date, { zone: 'utc' }).toMillis());
}

function dateAt(start: number): LocalDate {
  const known = DATES.get(start);
  if (known !== undefined) return known;
  const date = isoDate(DateTime.fromMillis(start, { zone: 'utc' }));
  remember(date, start);
  return date;
}

function remember(date: LocalDate, start: number): number {
  STARTS.set(date, start);
  DATES.set(start, date);
  return start;
}
