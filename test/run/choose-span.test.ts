import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import { spanToPreview, spanToPublish } from '../../src/run/choose-span.js';

const at = (time: string): DateTime => DateTime.fromISO(time, { zone: 'Asia/Shanghai' });
const period = (id: string | null) => (id === null ? null : (parsePeriod(id) ?? null));

/** `period through issueDate warnings`, or the code of the refusal. */
function shown(choice: ReturnType<typeof spanToPublish>): string {
  if ('refused' in choice) return `${choice.refused.code} ${choice.refused.file}`;
  const { span, issueDate, warnings } = choice;
  return [span.period.id, span.through, issueDate, ...warnings.map(({ code }) => code)].join(' ');
}

it.each<[string, string | null, string | null, number, string]>([
  // The default is the last full month, and the last full month of January is December.
  ['2026-11-20T09:00', null, null, 0, '2026-10 2026-10-31 2026-11-20'],
  ['2027-01-01T00:00', null, null, 0, '2026-12 2026-12-31 2027-01-01'],
  ['2026-11-20T09:00', '2026-02', null, 0, '2026-02 2026-02-28 2026-11-20'],
  // October has ended when November has begun, and not a second before.
  ['2026-10-31T23:59:59', '2026-10', null, 0, 'period-not-ended PERIOD'],
  ['2026-11-01T00:00', '2026-10', null, 0, '2026-10 2026-10-31 2026-11-01'],
  ['2026-11-20T09:00', '2026-12', null, 0, 'period-not-ended PERIOD'],
  // An issue date after the period's end may be before today.
  ['2026-11-20T09:00', '2026-10', '2026-11-01', 0, '2026-10 2026-10-31 2026-11-01'],
  ['2026-11-20T09:00', '2026-10', '2026-10-31', 0, 'period-not-ended --issue-date'],
  // 7 days after 10-31 is 11-07: a refund of that day still counts in October.
  ['2026-11-07T23:00', '2026-10', null, 7, '2026-10 2026-10-31 2026-11-07 settlement-open'],
  ['2026-11-08T00:00', '2026-10', null, 7, '2026-10 2026-10-31 2026-11-08'],
])('at %s publishes %s, issued on %s, %i days to settle: %s', (now, id, issued, days, expected) => {
  const issueDate = issued === null ? null : localDate(issued);
  expect(shown(spanToPublish(at(now), period(id), issueDate, days))).toBe(expected);
});

it.each<[string, string | null, string]>([
  ['2026-11-20T02:00', null, '2026-11 2026-11-19 2026-11-20'],
  // On the first of a month, the month before has its last day for the first time.
  ['2026-11-01T02:00', null, '2026-10 2026-10-31 2026-11-01'],
  ['2026-11-02T02:00', null, '2026-11 2026-11-01 2026-11-02'],
  // A month that has ended is priced whole.
  ['2026-11-20T02:00', '2026-10', '2026-10 2026-10-31 2026-11-20'],
  // The first day of November is complete on the second.
  ['2026-11-01T23:00', '2026-11', 'period-not-ended PERIOD'],
  ['2026-11-20T02:00', '2026-12', 'period-not-ended PERIOD'],
])('at %s previews %s: %s', (now, id, expected) => {
  expect(shown(spanToPreview(at(now), period(id)))).toBe(expected);
});
