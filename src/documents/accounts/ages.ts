/** How long what is owed has been overdue, in days after the due date. */
import type { MinorUnits } from '../../money/amount.js';
import { daysBetween, type LocalDate } from '../../period/local-date.js';
import type { OpenDocument } from './open-documents.js';

export const AGES = ['not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90'] as const;
export type Age = (typeof AGES)[number];

/** On the due date itself a document is not overdue. > Due 10-31: 1 day on 11-01, 31 days on 12-01. */
export function ageOf(dueDate: LocalDate, asOf: LocalDate): Age {
  const days = daysOverdue(dueDate, asOf);
  if (days === 0) return 'not_due';
  if (days <= 30) return 'days_1_30';
  if (days <= 60) return 'days_31_60';
  return days <= 90 ? 'days_61_90' : 'days_over_90';
}

/** 0 through the due date. */
export function daysOverdue(dueDate: LocalDate, asOf: LocalDate): number {
  return asOf <= dueDate ? 0 : daysBetween(dueDate, asOf) - 1;
}

/** What is owed, by age; the sum of all ages is the sum of what is open. */
export function amountsByAge(
  open: readonly OpenDocument[],
  asOf: LocalDate,
): Readonly<Record<Age, MinorUnits>> {
  const amounts = { not_due: 0n, days_1_30: 0n, days_31_60: 0n, days_61_90: 0n, days_over_90: 0n };
  for (const one of open) amounts[ageOf(one.document.dueDate, asOf)] += one.open;
  return amounts;
}
