/** Which span a command prices at a given time, and when its documents are issued. */
import type { DateTime } from 'luxon';
import { addDays, earlier, isoDate, type LocalDate } from '../period/local-date.js';
import { periodBefore, periodOf, wholePeriod, type Period } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { SpanChoice } from './run-request.js';

/** The default is the last full month. A period that has not ended is never published. */
export function spanToPublish(
  now: DateTime,
  period: Period | null,
  issueDate: LocalDate | null,
  settlementDays: number,
): SpanChoice {
  const today = isoDate(now);
  const chosen = period ?? periodBefore(periodOf(today));
  if (today <= chosen.lastDay) return { refused: notEnded(chosen) };
  if (issueDate !== null && issueDate <= chosen.lastDay)
    return { refused: issuedTooEarly(chosen, issueDate) };
  const settlesOn = addDays(chosen.lastDay, settlementDays + 1);
  const warnings = today < settlesOn ? [settlementOpen(chosen, settlesOn)] : [];
  return { span: wholePeriod(chosen), issueDate: issueDate ?? today, warnings };
}

/**
 * Month to date, through the last complete day. The default is the month of that day: on the first of
 * a month it is the month that has just ended, whose last day no preview has priced before.
 */
export function spanToPreview(now: DateTime, period: Period | null): SpanChoice {
  const today = isoDate(now);
  const yesterday = addDays(today, -1);
  const chosen = period ?? periodOf(yesterday);
  if (yesterday < chosen.firstDay) return { refused: nothingYet(chosen) };
  return {
    span: { period: chosen, through: earlier(yesterday, chosen.lastDay) },
    issueDate: today,
    warnings: [],
  };
}

function notEnded(period: Period): Problem {
  return problem('period-not-ended', { file: 'PERIOD' }, { case: 'publish', period: period.id });
}

function nothingYet(period: Period): Problem {
  return problem('period-not-ended', { file: 'PERIOD' }, { case: 'preview', period: period.id });
}

function issuedTooEarly(period: Period, issueDate: LocalDate): Problem {
  return problem(
    'period-not-ended',
    { file: '--issue-date' },
    { case: 'issue-date', issueDate, period: period.id, lastDay: period.lastDay },
  );
}

function settlementOpen(period: Period, settlesOn: LocalDate): Problem {
  return problem(
    'settlement-open',
    { file: 'provider.json', column: 'settlement_days' },
    { period: period.id, settlesOn },
  );
}
