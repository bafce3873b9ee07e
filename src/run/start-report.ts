/** Gathers what the report of a batch shows, document by document, and keeps no lines. */
import type { Document, Provider } from '../documents/document.js';
import type { ReferenceTables } from '../inputs/reference.js';
import type { Currency } from '../money/currency.js';
import type { LocalDate } from '../period/local-date.js';
import { periodBefore, type Period } from '../period/period.js';
import { blockedMerchants, type Problem } from '../problem.js';
import type {
  BatchReport,
  Comparison,
  CurrencyReport,
  ReportData,
  ReportDocument,
} from '../publishing/report/report-data.js';
import { renderReport } from '../publishing/report/render-report.js';
import type { AccountedRows } from '../usage/row-accounting.js';
import { blockedInReport, groupProblems, rowsByFile } from './report-problems.js';
import { figuresOf, largestChanges, sumOf } from './report-sums.js';
import {
  readMonth,
  readPreview,
  withoutLines,
  type Reading,
  type StandingDocuments,
} from './standing-documents.js';

interface BatchFacts {
  readonly provider: Provider;
  readonly merchants: ReferenceTables['merchants'];
  readonly period: Period;
  /** null for a preview. */
  readonly batch: number | null;
  readonly issueDate: LocalDate;
  readonly problems: readonly Problem[];
  readonly rows: readonly AccountedRows[];
  /** What stood before the batch. */
  readonly standing: Iterable<Document>;
}

/** A report with the month before and the latest preview read, to which documents are added. */
export async function startReport(output: string, facts: BatchFacts): Promise<BatchTotals> {
  const before = await readMonth(output, periodBefore(facts.period).id);
  const preview = await readPreview(output, facts.period.id);
  return new BatchTotals(facts, before, preview);
}

class BatchTotals implements BatchReport {
  readonly #facts: BatchFacts;
  readonly #before: Reading;
  readonly #preview: Reading;
  /** What stood before the batch, and still does. */
  readonly #left: StandingDocuments;
  readonly #documents: ReportDocument[] = [];

  constructor(facts: BatchFacts, before: Reading, preview: Reading) {
    this.#facts = facts;
    this.#before = before;
    this.#preview = preview;
    this.#left = new Map();
    for (const document of facts.standing) this.#left.set(document.number, withoutLines(document));
  }

  add(document: Document): void {
    if (document.cancels !== null) this.#left.delete(document.cancels);
    this.#documents.push(withoutLines(document));
  }

  html(): Promise<string> {
    return renderReport(this.#data());
  }

  #data(): ReportData {
    const { provider, merchants, period, batch, issueDate, problems, rows } = this.#facts;
    const preview = this.#preview;
    return {
      provider: provider.name,
      language: provider.language,
      period: period.id,
      batch,
      issueDate,
      before: comparison(this.#before, periodBefore(period).id),
      preview: comparison(preview, preview.state === 'compared' ? preview.issueDate : ''),
      currencies: this.#currencies(blockedMerchants(problems)),
      documents: this.#documents,
      blocked: blockedInReport(problems, merchants, [...this.#left.values()]),
      problems: groupProblems(problems),
      files: rowsByFile(rows),
    };
  }

  #currencies(blocked: ReadonlySet<string>): CurrencyReport[] {
    const left = [...this.#left.values()];
    const issued = this.#documents.filter(({ cancels }) => cancels === null);
    const cancelled = this.#documents.filter(({ cancels }) => cancels !== null);
    const before = documentsOf(this.#before);
    const preview = documentsOf(this.#preview);
    const all = [left, this.#documents, before ?? [], preview ?? []].flat();
    return currenciesOf(all).map((currency) => {
      const inCurrency = (documents: readonly ReportDocument[]): ReportDocument[] =>
        documents.filter((document) => document.currency.code === currency.code);
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
}

function comparison({ state }: Reading, of: string): Comparison {
  return { state, of };
}

function documentsOf(reading: Reading): ReportDocument[] | null {
  return reading.state === 'compared' ? [...reading.standing.values()] : null;
}

/** In order of their codes. */
function currenciesOf(documents: readonly ReportDocument[]): Currency[] {
  const byCode = new Map(documents.map(({ currency }) => [currency.code, currency]));
  return [...byCode.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}
