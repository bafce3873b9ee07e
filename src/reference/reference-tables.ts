/** The reference tables of one input folder, read and checked. */
import type { Receipt } from '../documents/accounts/receipt.js';
import type { Merchant, Provider } from '../documents/document.js';
import type { MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import type { IndicatorValue } from '../pricing/indicators.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { FinanceProfileName } from './finance-profiles.js';
import type { FinanceSettings } from './finance-settings.js';

export interface EventDayRow {
  readonly record: number;
  readonly merchantId: string;
  /** null: all stores. */
  readonly storeId: string | null;
  readonly date: LocalDate;
  readonly event: string;
  readonly agents: bigint;
}

export interface ScoreRow {
  readonly record: number;
  readonly period: string;
  readonly contractId: string;
  readonly agentId: string;
  readonly score: Rational;
}

export interface IndicatorValueRow extends IndicatorValue {
  readonly record: number;
  readonly period: string;
  readonly contractId: string;
}

/** A date that the calendar gives a tag, such as `statutory_holiday`. */
interface TaggedDate {
  readonly record: number;
  readonly date: LocalDate;
  readonly tag: string;
}

export interface AdjustmentRow {
  readonly record: number;
  readonly adjustmentId: string;
  readonly period: string;
  readonly merchantId: string;
  readonly contractId: string | null;
  readonly currency: Currency;
  readonly amount: MinorUnits;
  readonly reason: string;
  readonly approvedBy: string;
}

export interface ExchangeRateRow {
  readonly record: number;
  readonly period: string;
  readonly from: Currency;
  readonly to: Currency;
  /** Units of `to` per one `from`. */
  readonly rate: Rational;
}

/** A picture that a document can show; no bytes where a problem says that it cannot. */
export interface Logo {
  readonly file: string;
  readonly bytes: Uint8Array | null;
}

/** Merchants and contracts with an error are left out of the lists; the problems name them. */
export interface ReferenceTables {
  readonly provider: Provider;
  /** null: none. */
  readonly logo: Logo | null;
  /** In order of id. */
  readonly merchants: readonly Merchant[];
  /** In order of id. */
  readonly contracts: readonly Contract[];
  readonly eventDays: readonly EventDayRow[];
  readonly scores: readonly ScoreRow[];
  readonly indicatorValues: readonly IndicatorValueRow[];
  readonly calendar: readonly TaggedDate[];
  readonly adjustments: readonly AdjustmentRow[];
  readonly exchangeRates: readonly ExchangeRateRow[];
  /** Without those that have a problem; null where no document says what was owed before it. */
  readonly receipts: readonly Receipt[] | null;
  readonly finance: FinanceTable;
}

/** For which accounting systems a batch is written, and by which codes. */
interface FinanceTable {
  readonly profiles: readonly FinanceProfileName[];
  readonly settings: FinanceSettings;
  /** The workbook of the tax bureau that is to be filled; null where none is given. */
  readonly template: FinanceTemplate | null;
}

export interface FinanceTemplate {
  readonly file: string;
  readonly bytes: Uint8Array;
}
