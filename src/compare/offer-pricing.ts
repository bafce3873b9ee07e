/** What a merchant would be billed for a month under an offer: by the code that bills it under a contract. */
import type { Merchant } from '../documents/document.js';
import type { Currency } from '../money/currency.js';
import type { MinorUnits } from '../money/amount.js';
import { groupBy } from '../group-by.js';
import type { BillingSpan } from '../period/period.js';
import { factsOf, type Contract } from '../pricing/plans/registry.js';
import type { Usage } from '../pricing/usage.js';
import { problem, type Problem } from '../problem.js';
import { offeredTo, OFFERS_FILE, type Offer } from '../reference/offers.js';
import type { ReferenceTables, ScoreRow } from '../reference/reference-tables.js';
import { Pricing } from '../run/price-merchants.js';
import { staffedUsage } from './staffed-usage.js';

/** What is billed in the minor units of a currency, or why nothing can be. */
export type OfferPrice = PricedOffer | { readonly reason: Problem };

interface PricedOffer {
  readonly total: MinorUnits;
  /** Whether anything is billed at all. */
  readonly hasLines: boolean;
}

export class OfferPricing {
  /** By merchant, of the month. */
  private readonly scores: ReadonlyMap<string, readonly ScoreRow[]>;

  constructor(
    private readonly tables: ReferenceTables,
    private readonly span: BillingSpan,
  ) {
    const merchantOf = new Map(
      tables.contracts.map(({ contractId, merchantId }) => [contractId, merchantId]),
    );
    const ofMonth = tables.scores.filter(({ period }) => period === span.period.id);
    this.scores = groupBy(ofMonth, ({ contractId }) => merchantOf.get(contractId) ?? '');
  }

  /** `currency` may have more digits than the offer's: what is rounded to them shows where prices meet. */
  price(
    merchant: Merchant,
    offer: Offer,
    usage: Usage,
    currency: Currency = offer.contract.currency,
  ): OfferPrice {
    const contract = { ...offeredTo(merchant.merchantId, offer), currency };
    const worked = this.workOf(offer, contract, usage);
    if ('reason' in worked) return worked;
    if (usage.sales.length === 0 && factsOf(contract).includes('orders'))
      return { reason: salesUnknown(offer, this.span) };
    const { drafts, problems } = this.pricingOf(contract).price(merchant, () => worked.usage);
    const reason = problems.find(({ severity }) => severity === 'error');
    if (reason !== undefined) return { reason };
    const [draft] = drafts;
    return { total: draft?.total ?? 0n, hasLines: draft !== undefined };
  }

  /** Without shifts nobody knows how many agents it would take, unless the offer says it. */
  private workOf(
    offer: Offer,
    contract: Contract,
    usage: Usage,
  ): { readonly usage: Usage } | { readonly reason: Problem } {
    if (usage.attendance.length > 0 || !factsOf(contract).includes('shifts')) return { usage };
    if (offer.staffing !== null)
      return { usage: staffedUsage(usage, offer.staffing, contract, this.span) };
    const { offerId } = offer;
    const values = { offerId, role: contract.role, period: this.span.period.id };
    return { reason: problem('offer-without-shifts', { file: OFFERS_FILE }, values) };
  }

  private pricingOf(contract: Contract): Pricing {
    const { tables, span } = this;
    return new Pricing({
      tables: {
        ...tables,
        contracts: [contract],
        adjustments: [],
        scores: this.scoresFor(contract),
        indicatorValues: [],
      },
      span,
      issueDate: span.period.lastDay,
      policy: (found) => found,
    });
  }

  /** An agent's score in the month, under whatever contract: none where two contracts say two. */
  private scoresFor({ merchantId, contractId }: Contract): ScoreRow[] {
    const byAgent = groupBy(this.scores.get(merchantId) ?? [], ({ agentId }) => agentId);
    return [...byAgent.values()]
      .filter((rows) => new Set(rows.map(({ score }) => score.toDecimal())).size === 1)
      .map(([row]) => ({ ...row, contractId }));
  }
}

/** Orders without their agents are kept by many a shop whose price never needed them. */
function salesUnknown({ offerId }: Offer, { period }: BillingSpan): Problem {
  const values = { offerId, period: period.id };
  return problem('offer-without-orders', { file: OFFERS_FILE }, values);
}
