/**
 * Where two offers break even for a merchant as its sales, or its consultations, of a month grow: asked of
 * the prices themselves, to the minor unit or the consultation.
 *
 * > 26 days of one agent: 5,200 against 1,500 and 2 %: (5,200.00 − 1,500.00) / 0.02 = 185,000.00.
 */
import type { Merchant } from '../documents/document.js';
import type { Currency } from '../money/currency.js';
import { absolute, Rational, truncate } from '../money/rational.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { Usage } from '../pricing/usage.js';
import type { BreakEven } from '../output/comparison/comparison-data.js';
import type { Offer } from '../reference/offers.js';
import { MEASURES, type Measure } from '../words/comparison-words.js';
import { crossings } from './crossings.js';
import { follows, grownTo, had } from './grown-usage.js';
import type { OfferPricing } from './offer-pricing.js';

export interface BreakEvenJob {
  readonly merchant: Merchant;
  /** Those that can be priced for the merchant and month, at least at some amount of sales. */
  readonly offers: readonly Offer[];
  readonly usageOf: (offer: Offer) => Usage;
  readonly pricing: OfferPricing;
  /** `YYYY-MM` */
  readonly period: string;
}

/** In order of measure, and of the offers. */
export function breakEvensOf(job: BreakEvenJob): BreakEven[] {
  return MEASURES.flatMap((measure) => {
    const curves = job.offers.map((offer) => new Curve(job, offer, measure));
    return curves.flatMap((left, at) =>
      curves.slice(at + 1).flatMap((right) => breakEvensBetween(job, measure, left, right)),
    );
  });
}

function breakEvensBetween(
  { merchant, period }: BreakEvenJob,
  measure: Measure,
  left: Curve,
  right: Curve,
): BreakEven[] {
  const { currency } = left.offer.contract;
  if (currency.code !== right.offer.contract.currency.code) return [];
  if (!left.follows && !right.follows) return [];
  const hadThen = left.follows ? left.had : right.had;
  const found = crossings(
    (x) => differenceOf(left.at(x), right.at(x)),
    placesAround(hadThen, measure, currency),
  );
  return found.map(({ at, sign }) => {
    // above zero: the left one is the dearer
    const [cheaper, other] = sign > 0 ? [right, left] : [left, right];
    return {
      merchantId: merchant.merchantId,
      period,
      currency,
      measure,
      cheaperId: cheaper.offer.offerId,
      otherId: other.offer.offerId,
      at,
      had: hadThen,
      commissionRate:
        measure === 'net_sales' ? singleRate([left.offer.contract, right.offer.contract]) : null,
    };
  });
}

/** The digits that prices have here beyond their currency's, so that rounding hides no meeting. */
const FINER_DIGITS = 9;
/** What rounding alone may come to, in the finer unit: no difference. */
const ROUNDING = 100n;

/** The price of an offer over a measure, in a finer unit than its currency's. */
class Curve {
  readonly follows: boolean;
  readonly had: bigint;
  private readonly known = new Map<bigint, bigint | null>();

  constructor(
    private readonly job: BreakEvenJob,
    readonly offer: Offer,
    private readonly measure: Measure,
  ) {
    this.follows = follows(offer, measure);
    this.had = had(job.usageOf(offer), measure, offer.contract.currency);
  }

  /** null where it cannot be priced. */
  at(size: bigint): bigint | null {
    const place = this.follows ? size : 0n;
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const price = this.priceAt(place);
    this.known.set(place, price);
    return price;
  }

  private priceAt(size: bigint): bigint | null {
    const { job, offer, measure } = this;
    const { currency } = offer.contract;
    const usage = job.usageOf(offer);
    const grown = this.follows ? grownTo(usage, measure, currency, size) : usage;
    const finer = { ...currency, fractionDigits: currency.fractionDigits + FINER_DIGITS };
    const price = job.pricing.price(job.merchant, offer, grown, finer);
    return 'reason' in price ? null : price.total;
  }
}

function differenceOf(left: bigint | null, right: bigint | null): bigint | null {
  if (left === null || right === null) return null;
  const difference = left - right;
  return absolute(difference) <= ROUNDING ? 0n : difference;
}

/** What a month of a shop usually has: whoever sold next to nothing wants to know of sales worth a salary. */
const USUAL_SALES = 100_000n;
const USUAL_CONSULTATIONS = 3_000n;

/** In steps of an eighth of what the month had up to four times as much, then 64 times that and the usual. */
function placesAround(hadThen: bigint, measure: Measure, { fractionDigits }: Currency): bigint[] {
  const usual =
    measure === 'net_sales' ? USUAL_SALES * 10n ** BigInt(fractionDigits) : USUAL_CONSULTATIONS;
  const base = hadThen > 0n ? hadThen : usual;
  const near = Array.from({ length: 33 }, (_, at) => truncate(Rational.of(base * BigInt(at), 8n)));
  const far = [1n, 2n, 4n, 8n, 16n, 32n, 64n].flatMap((times) => [base * times, usual * times]);
  const places = new Set([...near, ...far]);
  return [...places].sort((left, right) => (left < right ? -1 : 1));
}

/** The one rate that the contracts take of their sales; null where it is none, or two. */
function singleRate(contracts: readonly Contract[]): Rational | null {
  const [rate, ...others] = contracts.flatMap((contract) =>
    contract.plan === 'base_commission' && contract.commission.scale === 'flat'
      ? [contract.commission.rate]
      : [],
  );
  return rate !== undefined && others.every((other) => other.compare(rate) === 0) ? rate : null;
}
