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
  'monthly_consultations',
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
  readonly maximumFee: Rational | null;
  readonly taxRate: Rational;
  readonly taxIncluded: boolean;
  readonly paymentTerms: PaymentTerms;
  readonly charges: readonly Charge[];
}

/** What contracts say that are priced by worked time. */
export interface WorkedTimeTerms {
  /** In the order of the file. */
  readonly surcharges: readonly Surcharge[];
}

/** A dearer price for worked time of some dates or hours. */
export interface Surcharge {
  readonly name: string;
  /** A tag of the calendar; null: any date. */
  readonly dayTag: string | null;
  readonly window: ClockWindow;
  /** Above 1: 1.3 is 30 % more, 3 is three times. */
  readonly multiplier: Rational;
}

/** Minutes after midnight, half-open; one that ends before it starts runs over midnight. */
export interface ClockWindow {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** What is billed beside the plan: set-up, training, extra seats of a tool. */
export interface Charge {
  readonly chargeId: string;
  readonly frequency: 'once' | 'monthly';
  readonly startsOn: LocalDate;
  /** The last day; null: open. */
  readonly endsOn: LocalDate | null;
  readonly quantity: Rational;
  readonly unitPrice: Rational;
  /** Whether a month in part is billed by its days. */
  readonly isProrated: boolean;
  readonly description: string;
}

/** What an appraisal measures: a weight, and points by band. */
export interface Indicator {
  readonly name: string;
  readonly weight: Rational;
  /** In rising order of `from`; at least one. */
  readonly bands: readonly IndicatorBand[];
}

export interface IndicatorBand {
  readonly from: Rational;
  /** 0 to 200; 100 is the target met. */
  readonly points: Rational;
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
  /** What the score is computed from; none where scores are given. */
  readonly indicators: readonly Indicator[];
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
