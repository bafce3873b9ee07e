/** Gathers what the report of a batch shows; of no document its lines. */
import type { Language, Provider } from '../documents/document.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { Currency } from '../money/currency.js';
import type { LocalDate } from '../period/local-date.js';
import { periodBefore, type Period } from '../period/period.js';
import { blockedMerchants, type Problem } from '../problem.js';
import type {
  Comparison,
  CurrencyReport,
  ReportData,
  ReportDocument,
} from '../output/report/report-data.js';
import type { AccountedRows } from '../facts/usage/account-for-rows.js';
import { blockedInReport } from './blocked-in-report.js';
import { groupProblems } from './group-problems.js';
import { largestChanges } from './largest-changes.js';
import { figuresOf, sumOf } from './report-sums.js';
import { rowsByFile } from './rows-by-file.js';
import { readMonth, readPreview, type MonthRead } from '../ledger/read-month.js';

interface BatchFacts {
  readonly provider: Provider;
  /** That the report speaks. */
  readonly language: Language;
  readonly merchants: ReferenceTables['merchants'];
  readonly period: Period;
  /** null for a preview. */
  readonly batch: number | null;
  readonly issueDate: LocalDate;
  readonly problems: readonly Problem[];
  readonly rows: readonly AccountedRows[];
  /** What stood before the batch. */
  readonly standing: readonly ReportDocument[];
  /** Of the batch, in order of their numbers. */
  readonly documents: readonly ReportDocument[];
}

/**
 * Compares with the month before, and a batch with the latest preview too; they are read from the
 * output folder. A preview is not compared with the one that it replaces, so that its bytes repeat.
 */
export async function gatherReport(output: string, facts: BatchFacts): Promise<ReportData> {
  const { provider, language, merchants, period, batch, issueDate, problems, rows, documents } =
    facts;
  const before = await readMonth(output, periodBefore(period).id);
  const preview: MonthRead =
    batch === null ? { state: 'absent' } : await readPreview(output, period.id);
  const cancelled = new Set(documents.flatMap(({ cancels }) => cancels ?? []));
  const left = facts.standing.filter(({ number }) => !cancelled.has(number));
  return {
    provider: provider.name,
    language,
    period: period.id,
    batch,
    issueDate,
    before: comparison(before, periodBefore(period).id),
    preview: comparison(preview, preview.state === 'compared' ? preview.issueDate : ''),
    currencies: currencyReports(facts, left, before, preview),
    documents,
    blocked: blockedInReport(problems, merchants, left),
    problems: groupProblems(problems),
    files: rowsByFile(rows),
  };
}

function currencyReports(
  { documents, problems }: BatchFacts,
  left: readonly ReportDocument[],
  beforeReading: MonthRead,
  previewReading: MonthRead,
): CurrencyReport[] {
  const blocked = blockedMerchants(problems);
  const issued = documents.filter(({ cancels }) => cancels === null);
  const cancelled = documents.filter(({ cancels }) => cancels !== null);
  const before = documentsOf(beforeReading);
  const preview = documentsOf(previewReading);
  const all = [left, documents, before ?? [], preview ?? []].flat();
  return currenciesOf(all).map((currency) => {
    const inCurrency = (some: readonly ReportDocument[]): ReportDocument[] =>
      some.filter((document) => document.currency.code === currency.code);
    const now = inCurrency([...left, ...issued]);
    return {
      currency,
      issued: sumOf(inCurrency(issued)),
      cancelled: sumOf(inCurrency(cancelled)),
      left: sumOf(inCurrency(left)),
      now: figuresOf(now),
      before: before === null ? null : figuresOf(inCurrency(before)),
      preview: preview === null ? null : figuresOf(inCurrency(preview)),
      changes: before === null ? [] : largestChanges(inCurrency(before), now, blocked),
    };
  });
}

function comparison({ state }: MonthRead, of: string): Comparison {
  return { state, of };
}

function documentsOf(reading: MonthRead): ReportDocument[] | null {
  return reading.state === 'compared' ? [...reading.standing.values()] : null;
}

/** In order of their codes. */
function currenciesOf(documents: readonly ReportDocument[]): Currency[] {
  const byCode = new Map(documents.map(({ currency }) => [currency.code, currency]));
  return [...byCode.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}
