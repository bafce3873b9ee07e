/** A row of `contracts.csv` as its cells read, by column: what plans make their contracts of. */
import type { Currency } from '../money/currency.js';
import type { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import type { PartialRefunds, PaymentTerms, Role } from './contract.js';

/** Columns that some plans use and others must leave blank; blank cells are null. */
interface PlanCells {
  readonly seats: Rational | null;
  readonly rate: Rational | null;
  readonly standard_days: Rational | null;
  readonly hours_per_day: Rational | null;
  readonly appraisal_share: Rational | null;
  readonly appraisal_from: LocalDate | null;
  readonly commission_rate: Rational | null;
  readonly partial_refunds: PartialRefunds | null;
  readonly overflow_rate: Rational | null;
  /** Minutes after midnight. */
  readonly window_start: number | null;
  readonly window_end: number | null;
  readonly commission_cap: Rational | null;
  readonly included_consultations: Rational | null;
  readonly minimum_hours: Rational | null;
  readonly rounding_minutes: Rational | null;
}

export type PlanColumn = keyof PlanCells;

export interface ContractCells extends PlanCells {
  /** 1 is the first row below the header. */
  readonly record: number;
  readonly contract_id: string;
  readonly merchant_id: string;
  readonly store_id: string | null;
  readonly plan: string;
  readonly role: Role | null;
  readonly starts_on: LocalDate;
  readonly ends_on: LocalDate | null;
  readonly currency: Currency;
  readonly discount_rate: Rational | null;
  readonly minimum_fee: Rational | null;
  readonly maximum_fee: Rational | null;
  readonly tax_rate: Rational;
  readonly tax_included: boolean;
  readonly payment_terms: PaymentTerms;
}
