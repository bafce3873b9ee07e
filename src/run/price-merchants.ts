/** Contracts and usage → drafts of all merchants that are not blocked. */
import { draftDocuments } from '../documents/draft-documents.js';
import type { Draft, Merchant } from '../documents/document.js';
import type { ReferenceTables } from '../inputs/reference.js';
import type { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import { activeDates, type BillingSpan } from '../period/period.js';
import { priceAdjustment } from '../pricing/adjustments.js';
import type { Contract } from '../pricing/contract.js';
import type { ExchangeRates } from '../pricing/exchange.js';
import type { Scores } from '../pricing/fixed-salary.js';
import type { Line } from '../pricing/line.js';
import { priceContract } from '../pricing/price-contract.js';
import type { Usage } from '../pricing/usage.js';
import { blockedMerchants, type Problem } from '../problem.js';

const NO_SCORES: Scores = new Map();

export interface PricingJob {
  readonly tables: ReferenceTables;
  readonly usageOf: (contractId: string) => Usage;
  readonly span: BillingSpan;
  readonly issueDate: LocalDate;
  /** Merchants whom the input's errors block. */
  readonly blocked: ReadonlySet<string>;
}

/** In order of merchant and currency. */
export function priceMerchants(job: PricingJob): { drafts: Draft[]; problems: Problem[] } {
  const contractsOf = groupContracts(job.tables.contracts);
  const scoresOf = scoresByContract(job);
  const rates = exchangeRates(job);
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  for (const merchant of job.tables.merchants) {
    if (job.blocked.has(merchant.merchantId)) continue;
    const contracts = contractsOf.get(merchant.merchantId) ?? [];
    const found = priceMerchant(job, merchant, contracts, scoresOf, rates);
    problems.push(...found.problems);
    if (blockedMerchants(found.problems).size === 0) drafts.push(...found.drafts);
  }
  return { drafts, problems };
}

function priceMerchant(
  job: PricingJob,
  merchant: Merchant,
  contracts: readonly Contract[],
  scoresOf: ReadonlyMap<string, Scores>,
  rates: ExchangeRates,
): { drafts: Draft[]; problems: Problem[] } {
  const { span, tables, issueDate } = job;
  const lines: Line[] = [];
  const problems: Problem[] = [];
  for (const contract of contracts) {
    const usage = job.usageOf(contract.contractId);
    const isActive = activeDates(span, contract.startsOn, contract.endsOn).days > 0;
    if (!isActive && usage.sales.length === 0) continue;
    const scores = scoresOf.get(contract.contractId) ?? NO_SCORES;
    const result = priceContract(contract, usage, span, scores, rates);
    lines.push(...result.lines);
    problems.push(...result.problems);
  }
  const adjustments = tables.adjustments
    .filter(
      ({ period, merchantId }) => period === span.period.id && merchantId === merchant.merchantId,
    )
    .sort((left, right) => (left.adjustmentId < right.adjustmentId ? -1 : 1));
  for (const adjustment of adjustments) {
    const result = priceAdjustment(adjustment, contracts, span);
    lines.push(...result.lines);
    problems.push(...result.problems);
  }
  const drafted = draftDocuments(merchant, contracts, lines, span.period, issueDate);
  return { drafts: drafted.drafts, problems: [...problems, ...drafted.problems] };
}

/** By merchant, in order of contract id. */
function groupContracts(contracts: readonly Contract[]): Map<string, Contract[]> {
  const byMerchant = new Map<string, Contract[]>();
  const sorted = [...contracts].sort((left, right) =>
    left.contractId < right.contractId ? -1 : 1,
  );
  for (const contract of sorted) {
    const known = byMerchant.get(contract.merchantId);
    if (known === undefined) byMerchant.set(contract.merchantId, [contract]);
    else known.push(contract);
  }
  return byMerchant;
}

function scoresByContract({ tables, span }: PricingJob): Map<string, Scores> {
  const byContract = new Map<string, Map<string, Rational>>();
  for (const { period, contractId, agentId, score } of tables.scores) {
    if (period !== span.period.id) continue;
    const known = byContract.get(contractId) ?? new Map<string, Rational>();
    known.set(agentId, score);
    byContract.set(contractId, known);
  }
  return byContract;
}

function exchangeRates({ tables, span }: PricingJob): ExchangeRates {
  return (from, to) =>
    tables.exchangeRates.find(
      (row) =>
        row.period === span.period.id && row.from.code === from.code && row.to.code === to.code,
    )?.rate;
}
