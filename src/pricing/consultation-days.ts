/** Consultations of a contract's days: their sum, and the days of which nobody said anything. */
import { datesBetween, type LocalDate } from '../period/local-date.js';
import { problem, type Problem } from '../problem.js';
import type { ContractTerms } from './contract.js';
import { figure } from './figures.js';
import type { Term } from './terms.js';
import type { ConsultationDay } from './usage.js';

/** The consultations of some days; `dates` are the days or months that they are of. */
export function consultationsFigure(
  days: readonly ConsultationDay[],
  dates: readonly string[],
): Term {
  const all = days.reduce((total, { consultations }) => total + consultations, 0n);
  return figure('consultations', all, { table: 'consultations', dates });
}

/** No data is not zero: each of the dates needs a row. */
export function missingDays(
  contract: ContractTerms,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
  days: readonly ConsultationDay[],
): Problem[] {
  const missing = datesWithout(datesBetween(first, last), days);
  if (missing.length === 0) return [];
  return [
    problem(
      'consultation-day-missing',
      { file: 'consultations', column: 'date', merchantId: contract.merchantId },
      { contractId: contract.contractId, dates: missing },
    ),
  ];
}

/** The dates that no row is about. */
export function datesWithout(
  dates: readonly LocalDate[],
  days: readonly ConsultationDay[],
): LocalDate[] {
  const known = new Set(days.map(({ date }) => date));
  return dates.filter((date) => !known.has(date));
}
