/** When a document is due, by the payment terms of its contracts. */
import { addDays, later, localDate, type LocalDate } from '../period/local-date.js';
import { periodAfter, type Period } from '../period/period.js';
import type { PaymentTerms } from '../pricing/contract.js';

/**
 * The latest of the terms, and never before the issue date.
 *
 * > Period 2026-10, issued 2026-11-05: `net 30` is 2026-12-05, `day 31` is 2026-11-30.
 */
export function dueDate(
  terms: readonly PaymentTerms[],
  period: Period,
  issueDate: LocalDate,
): LocalDate {
  return terms.map((one) => dateOf(one, period, issueDate)).reduce(later, issueDate);
}

function dateOf(terms: PaymentTerms, period: Period, issueDate: LocalDate): LocalDate {
  if (terms.kind === 'net') return addDays(issueDate, terms.days);
  const month = periodAfter(period);
  const day = Math.min(terms.dayOfMonth, month.days);
  return localDate(`${month.id}-${String(day).padStart(2, '0')}`);
}
