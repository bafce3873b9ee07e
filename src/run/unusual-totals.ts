/** Documents that come to much more or much less than their merchant is used to. */
import type { IssuedDocument } from '../ledger/issued-document.js';
import { monthTotals, seriesOf, type MonthTotals } from '../ledger/month-totals.js';
import { formatAmount, sumAmounts } from '../money/amount.js';
import { roundHalfAwayFromZero, Rational } from '../money/rational.js';
import { periodBefore, type BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { RunRequest } from './run-request.js';

const MONTHS_BEFORE = 3;

/** Of what a run issues; the months before are read from the ledger. */
export async function unusualTotals(
  { output, isComparison }: Pick<RunRequest, 'output' | 'isComparison'>,
  span: BillingSpan,
  documents: readonly IssuedDocument[],
): Promise<Problem[]> {
  const issued = documents.filter(({ cancels }) => cancels === null);
  if (issued.length === 0 || isComparison === true) return [];
  const months: MonthBefore[] = [];
  for (let period = span.period; months.length < MONTHS_BEFORE;) {
    period = periodBefore(period);
    months.unshift({ period: period.id, totals: await monthTotals(output, period.id) });
  }
  const isWhole = span.through === span.period.lastDay;
  return issued.flatMap((document) => unusual(document, months, isWhole));
}

export interface MonthBefore {
  /** `YYYY-MM`. */
  readonly period: string;
  readonly totals: MonthTotals;
}

/**
 * A total above twice the mean of the months before that billed the merchant in this currency, or below
 * half of it; month to date, above twice alone. A mean of zero or below tells nothing.
 *
 * > 1,000.00, 1,200.00 and 800.00 have the mean 1,000.00: 2,000.01 and 499.99 are unusual.
 */
export function unusual(
  { merchantId, currency, total }: Pick<IssuedDocument, 'merchantId' | 'currency' | 'total'>,
  months: readonly MonthBefore[],
  isWhole: boolean,
): Problem[] {
  const series = seriesOf(merchantId, currency.code);
  const billed = months.flatMap(({ period, totals }) => {
    const before = totals.get(series);
    return before === undefined ? [] : [{ period, before }];
  });
  const sum = sumAmounts(billed.map(({ before }) => before));
  const scaled = total * BigInt(billed.length);
  if (sum <= 0n || (scaled <= sum * 2n && (!isWhole || scaled * 2n >= sum))) return [];
  const mean = roundHalfAwayFromZero(Rational.of(sum, BigInt(billed.length)));
  return [
    problem(
      'total-unusual',
      { file: 'invoices.csv', merchantId },
      {
        currency: currency.code,
        total: formatAmount(total, currency),
        mean: formatAmount(mean, currency),
        months: billed.map(({ period }) => period),
      },
    ),
  ];
}
