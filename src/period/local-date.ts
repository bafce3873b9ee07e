/** Dates without a time, in the provider's zone: `YYYY-MM-DD`, which compare as text. */
import { DateTime } from 'luxon';
import { assert } from '../problem.js';

declare const localDateBrand: unique symbol;
/** `YYYY-MM-DD`, a day that exists, of the years 1900 to 9999. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const PATTERN = /^(19|[2-9]\d)\d{2}-\d{2}-\d{2}$/;

/** What people write as the end of what has none. */
export const LAST_DATE = localDate('9999-12-31');

/** The date that a text spells, or undefined where it spells none: `2026-02-30` and `0026-02-01` are none. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!PATTERN.test(text) || !DateTime.fromISO(text, { zone: 'utc' }).isValid) return undefined;
  return text as LocalDate;
}

/** A date that is known to be one. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  assert(date !== undefined, `${text} is a date`);
  return date;
}

/** The date so many days later; earlier for a negative number. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return isoDate(DateTime.fromISO(date, { zone: 'utc' }).plus({ days }));
}

/** Both ends included: 10-01 to 10-03 are 3 days; 0 where the end is before the start. */
export function daysBetween(first: LocalDate, last: LocalDate): number {
  const start = DateTime.fromISO(first, { zone: 'utc' });
  const end = DateTime.fromISO(last, { zone: 'utc' });
  return Math.max(0, end.diff(start, 'days').days + 1);
}

/** Every date from the first to the last, both included. */
export function datesBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(first, last) }, (_, day) => addDays(first, day));
}

export function earlier(left: LocalDate, right: LocalDate): LocalDate {
  return left < right ? left : right;
}

export function later(left: LocalDate, right: LocalDate): LocalDate {
  return left > right ? left : right;
}

/** The date of a luxon time in the time's own zone. */
export function isoDate(time: DateTime): LocalDate {
  return localDate(time.toFormat('yyyy-MM-dd'));
}
