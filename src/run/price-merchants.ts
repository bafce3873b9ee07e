/** Contracts and usage → drafts of all merchants that are not blocked. */
import { groupBy } from '../group-by.js';
import { draftDocuments } from '../documents/draft-documents.js';
import type { Draft, Merchant } from '../documents/document.js';
import type {
  IndicatorValueRow,
  ReferenceTables,
  ScoreRow,
} from '../reference/reference-tables.js';
import type { LocalDate } from '../period/local-date.js';
import { activeDates, type BillingSpan } from '../period/period.js';
import { calendarOf, type Calendar } from '../pricing/calendar.js';
import type { Adjustment } from '../pricing/lines/adjustment.js';
import { surchargedOf, type Contract } from '../pricing/plans/registry.js';
import type { SurchargedShift } from '../pricing/surcharged-shifts.js';
import type { ExchangeRates } from '../pricing/exchange.js';
import { priceAdjustment, priceContract, type Priced } from '../pricing/price-contract.js';
import type { Usage } from '../pricing/usage.js';
import { blockedMerchants, type Problem } from '../problem.js';
import { unusedScores } from './unused-scores.js';

export interface PricingJob {
  readonly tables: ReferenceTables;
  /** Contracts that are in no table any more, and have late refunds. */
  readonly contractsGone?: readonly Contract[];
  readonly span: BillingSpan;
  readonly issueDate: LocalDate;
  /** What a problem of pricing counts as in this run. */
  readonly policy: (problem: Problem) => Problem;
}

/** Prices the merchants of a run, each by itself. */
export class Pricing {
  private readonly contracts: ReadonlyMap<string, readonly Contract[]>;
  private readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>;
  private readonly scores: ReadonlyMap<string, readonly ScoreRow[]>;
  private readonly indicatorValues: ReadonlyMap<string, readonly IndicatorValueRow[]>;
  private readonly rates: ExchangeRates;
  private readonly calendar: Calendar;

  constructor(private readonly job: PricingJob) {
    const contracts = [...job.tables.contracts, ...(job.contractsGone ?? [])];
    this.contracts = byMerchant(contracts, ({ contractId }) => contractId);
    this.adjustments = groupAdjustments(job);
    this.scores = ofPeriodByContract(job, job.tables.scores);
    this.indicatorValues = ofPeriodByContract(job, job.tables.indicatorValues);
    this.calendar = calendarOf(job.tables.calendar);
    this.rates = exchangeRates(job);
  }

  /** In order of contract id. */
  contractsOf(merchantId: string): readonly Contract[] {
    return this.contracts.get(merchantId) ?? [];
  }

  /** The worked time that the surcharge lines of a contract rest on. */
  surchargedOf(contract: Contract, usage: Usage): readonly SurchargedShift[] {
    return surchargedOf(contract, usage, this.calendar.hasTag);
  }

  /** In order of currency; none where an error blocks the merchant. */
  price(
    merchant: Merchant,
    usageOf: (contractId: string) => Usage,
  ): { drafts: Draft[]; problems: Problem[] } {
    const { span, issueDate, policy } = this.job;
    const contracts = this.contractsOf(merchant.merchantId);
    const priced = [
      ...contracts.map((contract) => this.priceContract(contract, usageOf(contract.contractId))),
      ...(this.adjustments.get(merchant.merchantId) ?? []).map((adjustment) =>
        priceAdjustment(adjustment, contracts, span),
      ),
    ];
    const lines = priced.flatMap((result) => result.lines);
    const drafted = draftDocuments(merchant, contracts, lines, span.period, issueDate);
    const problems = [...priced, drafted].flatMap((result) => result.problems).map(policy);
    const isBlocked = blockedMerchants(problems).size > 0;
    return { drafts: isBlocked ? [] : drafted.drafts, problems };
  }

  /** A contract without an active day is priced for its late refunds alone. */
  private priceContract(contract: Contract, usage: Usage): Priced {
    const { span } = this.job;
    const isActive = activeDates(span, contract.startsOn, contract.endsOn).days > 0;
    if (!isActive && usage.sales.length === 0) return { lines: [], problems: [] };
    const scoreRows = this.scores.get(contract.contractId) ?? [];
    const scores = new Map(scoreRows.map(({ agentId, score }) => [agentId, score]));
    const indicatorValues = this.indicatorValues.get(contract.contractId) ?? [];
    const { lines, problems } = priceContract(contract, usage, {
      span,
      achieved: { scores, indicatorValues },
      rates: this.rates,
      calendar: this.calendar,
    });
    const unused = unusedScores(contract, usage, span, scoreRows, indicatorValues);
    return { lines, problems: [...problems, ...unused] };
  }
}

/** Of the period, by merchant, in order of their ids. */
function groupAdjustments({ tables, span }: PricingJob): Map<string, Adjustment[]> {
  const ofPeriod = tables.adjustments.filter(({ period }) => period === span.period.id);
  return byMerchant(ofPeriod, ({ adjustmentId }) => adjustmentId);
}

/** Rows by merchant, in order of a key. */
function byMerchant<Row extends { readonly merchantId: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, Row[]> {
  const sorted = [...rows].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  return groupBy(sorted, ({ merchantId }) => merchantId);
}

function ofPeriodByContract<Row extends { readonly period: string; readonly contractId: string }>(
  { span }: PricingJob,
  rows: readonly Row[],
): Map<string, Row[]> {
  const ofPeriod = rows.filter(({ period }) => period === span.period.id);
  return groupBy(ofPeriod, ({ contractId }) => contractId);
}

function exchangeRates({ tables, span }: PricingJob): ExchangeRates {
  return (from, to) =>
    tables.exchangeRates.find(
      (row) =>
        row.period === span.period.id && row.from.code === from.code && row.to.code === to.code,
    )?.rate;
}
