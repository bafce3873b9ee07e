/** Contracts: one plan at one price, as signed. A union discriminated by `plan`. */
import type { Currency } from '../money/currency.js';
import type { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';

export const PLANS = [
  'fixed_salary',
  'base_commission',
  'consultation_ladder',
  'event_hosting',
  'temporary_custody',
] as const;
export type Plan = (typeof PLANS)[number];

export const ROLES = ['pre_sales', 'after_sales'] as const;
type Role = (typeof ROLES)[number];

export const SCALES = [
  'daily_consultations',
  'average_daily_consultations',
  'previous_average_daily_consultations',
  'consultations_per_agent_day',
  'net_sales',
  'average_order_value',
] as const;
export type Scale = (typeof SCALES)[number];

/** One step of a price ladder: `price` up to and with `upTo`; null is without end. */
export interface Tier {
  readonly upTo: Rational | null;
  /** Major units for a salary or a day; a decimal fraction for a commission. */
  readonly price: Rational;
}

/** At least one tier, in rising order of `upTo`. */
export type Tiers = readonly [Tier, ...Tier[]];

export type PaymentTerms =
  | { readonly kind: 'net'; readonly days: number }
  | { readonly kind: 'day'; readonly dayOfMonth: number };

/** What every contract says, whatever its plan. Prices are in major units of `currency`. */
export interface ContractTerms {
  readonly contractId: string;
  readonly merchantId: string;
  /** null: all of the merchant's stores. */
  readonly storeId: string | null;
  readonly role: Role;
  readonly startsOn: LocalDate;
  /** The last day in force; null: open. */
  readonly endsOn: LocalDate | null;
  readonly currency: Currency;
  readonly discountRate: Rational | null;
  readonly minimumFee: Rational | null;
  readonly taxRate: Rational;
  readonly taxIncluded: boolean;
  readonly paymentTerms: PaymentTerms;
}

/** A monthly price per agent, earned by agent-days. */
export interface AgentRate {
  /** Per agent and month; null where `workload` prices it. */
  readonly rate: Rational | null;
  /** Tiers of scale `consultations_per_agent_day`, which replace `rate`. */
  readonly workload: Tiers | null;
  /** The most agents' months that are billed; null: no cap. */
  readonly seats: Rational | null;
  /** Agent-days that make a full month. */
  readonly standardDays: Rational;
  /** Worked hours that make a full agent-day. */
  readonly hoursPerDay: Rational;
}

export interface Appraisal {
  /** The part of the salary that the score moves: 0.15 is 15 %. */
  readonly share: Rational;
  /** The first period that begins on or after this date is the first appraised; null: all are. */
  readonly from: LocalDate | null;
}

export type CommissionRate =
  | { readonly scale: 'flat'; readonly rate: Rational }
  | { readonly scale: 'net_sales'; readonly mode: 'volume' | 'graduated'; readonly tiers: Tiers }
  | { readonly scale: 'average_order_value'; readonly tiers: Tiers };

type PartialRefunds = 'deduct' | 'exclude';

export interface FixedSalaryContract extends ContractTerms, AgentRate {
  readonly plan: 'fixed_salary';
  readonly appraisal: Appraisal | null;
}

export interface BaseCommissionContract extends ContractTerms, AgentRate {
  readonly plan: 'base_commission';
  readonly commission: CommissionRate;
  readonly partialRefunds: PartialRefunds;
}

export type LadderScale = Extract<Scale, `${string}daily_consultations`>;

export interface ConsultationLadderContract extends ContractTerms {
  readonly plan: 'consultation_ladder';
  readonly scale: LadderScale;
  readonly tiers: Tiers;
  /** Per consultation beyond the last tier of a daily ladder. */
  readonly overflowRate: Rational | null;
}

export interface EventHostingContract extends ContractTerms {
  readonly plan: 'event_hosting';
  /** Per agent and event day. */
  readonly rate: Rational;
}

export interface TemporaryCustodyContract extends ContractTerms {
  readonly plan: 'temporary_custody';
  /** Per agent and day. */
  readonly rate: Rational;
  /** The most agents that are billed for one date; null: no cap. */
  readonly seats: number | null;
  /** Minutes after midnight; the window is half-open. */
  readonly windowStartMinute: number;
  readonly windowEndMinute: number;
}

export type Contract =
  | FixedSalaryContract
  | BaseCommissionContract
  | ConsultationLadderContract
  | EventHostingContract
  | TemporaryCustodyContract;

/** Whether the contract is in force on any day from the first to the last. */
export function isInForce(
  { startsOn, endsOn }: Pick<ContractTerms, 'startsOn' | 'endsOn'>,
  first: LocalDate,
  last: LocalDate,
): boolean {
  return startsOn <= last && (endsOn === null || endsOn >= first);
}

/** The tiers by which a contract prices consultations per agent-day, if it does. */
export function workloadTiers(contract: Contract): Tiers | null {
  return 'workload' in contract ? contract.workload : null;
}
