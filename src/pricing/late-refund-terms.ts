/**
 * What a late refund needs of the contract that billed its order, as a text that is kept with what was
 * published: by then the contract may have ended, and its row may be gone.
 */
import { findCurrency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import { localDate } from '../period/local-date.js';
import { assert } from '../problem.js';
import type { PartialRefunds, PaymentTerms, Tier, Tiers } from './contract.js';
import type { CommissionRate } from './lines/commission.js';
import type { BaseCommissionContract } from './plans/base-commission.js';
import type { Contract } from './plans/registry.js';

/** Fractions as `n/d`, a currency as its code, dates as `YYYY-MM-DD`. */
interface KeptTerms {
  readonly contractId: string;
  readonly merchantId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly currency: string;
  readonly discountRate: string | null;
  readonly taxRate: string;
  readonly taxIncluded: boolean;
  readonly paymentTerms: PaymentTerms;
  readonly commission: KeptCommission;
  readonly partialRefunds: PartialRefunds;
}

type KeptCommission =
  | { readonly scale: 'flat'; readonly rate: string }
  | {
      readonly scale: 'net_sales';
      readonly mode: 'volume' | 'graduated';
      readonly tiers: readonly KeptTier[];
    }
  | { readonly scale: 'average_order_value'; readonly tiers: readonly KeptTier[] };

interface KeptTier {
  readonly upTo: string | null;
  readonly price: string;
}

/** null where the contract bills no orders. */
export function lateRefundTerms(contract: Contract): string | null {
  if (contract.plan !== 'base_commission') return null;
  const { contractId, merchantId, startsOn, endsOn, currency, discountRate } = contract;
  const { taxRate, taxIncluded, paymentTerms, commission, partialRefunds } = contract;
  return JSON.stringify({
    contractId,
    merchantId,
    startsOn,
    endsOn,
    currency: currency.code,
    discountRate,
    taxRate,
    taxIncluded,
    paymentTerms,
    commission,
    partialRefunds,
  });
}

/** The inverse of {@link lateRefundTerms}: a contract that bills nothing but late refunds. */
export function contractOfLateRefunds(text: string): BaseCommissionContract {
  const kept = JSON.parse(text) as KeptTerms;
  const currency = findCurrency(kept.currency);
  assert(currency !== undefined, 'a kept contract has a currency of ISO 4217');
  return {
    ...kept,
    plan: 'base_commission',
    currency,
    storeId: null,
    role: 'pre_sales',
    startsOn: localDate(kept.startsOn),
    endsOn: kept.endsOn === null ? null : localDate(kept.endsOn),
    discountRate: kept.discountRate === null ? null : Rational.parseFraction(kept.discountRate),
    taxRate: Rational.parseFraction(kept.taxRate),
    commission: commissionOf(kept.commission),
    ...NO_WORK,
  };
}

/** Without agents there is nothing to earn, to cap or to appraise, and nothing is topped up. */
const NO_WORK = {
  rate: null,
  workload: null,
  seats: null,
  standardDays: Rational.ONE,
  hoursPerDay: Rational.ONE,
  minimumFee: null,
  maximumFee: null,
  commissionCap: null,
  appraisal: null,
  surcharges: [],
  charges: [],
} as const;

function commissionOf(kept: KeptCommission): CommissionRate {
  if (kept.scale === 'flat') return { ...kept, rate: Rational.parseFraction(kept.rate) };
  const [first, ...rest] = kept.tiers;
  assert(first !== undefined, 'a kept contract has at least one tier');
  const tiers: Tiers = [tierOf(first), ...rest.map(tierOf)];
  return { ...kept, tiers };
}

function tierOf({ upTo, price }: KeptTier): Tier {
  return {
    upTo: upTo === null ? null : Rational.parseFraction(upTo),
    price: Rational.parseFraction(price),
  };
}
