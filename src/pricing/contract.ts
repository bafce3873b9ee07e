/** What contracts say, whatever their plan: one plan at one price, as signed. */
import type { Currency } from '../money/currency.js';
import type { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';

export const ROLES = ['pre_sales', 'after_sales'] as const;
export type Role = (typeof ROLES)[number];

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

export type PartialRefunds = 'deduct' | 'exclude';

/** Whether the contract is in force on any day from the first to the last. */
export function isInForce(
  { startsOn, endsOn }: Pick<ContractTerms, 'startsOn' | 'endsOn'>,
  first: LocalDate,
  last: LocalDate,
): boolean {
  return startsOn <= last && (endsOn === null || endsOn >= first);
}
