/** The calendar: which dates have which tags, such as statutory holidays and great sales. */
import { groupBy } from '../group-by.js';
import type { LocalDate } from '../period/local-date.js';

export interface Calendar {
  readonly hasTag: HasTag;
  /** The tags that dates of the year `YYYY` have. */
  readonly tagsOf: (year: string) => readonly string[];
}

/** Whether a date has a tag. */
export type HasTag = (date: LocalDate, tag: string) => boolean;

export function calendarOf(
  tagged: readonly { readonly date: LocalDate; readonly tag: string }[],
): Calendar {
  const datesOf = groupBy(tagged, ({ tag }) => tag);
  const dates = new Map(
    [...datesOf].map(([tag, of]) => [tag, new Set(of.map(({ date }) => date))]),
  );
  const ofYears = groupBy(tagged, ({ date }) => date.slice(0, 4));
  return {
    hasTag: (date, tag) => dates.get(tag)?.has(date) ?? false,
    tagsOf: (year) => [...new Set(ofYears.get(year)?.map(({ tag }) => tag))],
  };
}
