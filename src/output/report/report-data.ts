/** What the report of a batch or a preview shows: plain data, amounts in minor units. */
import type { Language } from '../../documents/document.js';
import type { MinorUnits } from '../../money/amount.js';
import type { Currency } from '../../money/currency.js';
import type { Plan } from '../../pricing/plans/registry.js';
import type { Problem } from '../../problem.js';
import type { SummaryDocument } from '../../ledger/issued-document.js';
import type { AccountedRows } from '../../facts/usage/account-for-rows.js';

export interface ReportData {
  readonly provider: string;
  readonly language: Language;
  /** `YYYY-MM`. */
  readonly period: string;
  /** null for a preview. */
  readonly batch: number | null;
  readonly issueDate: string;
  readonly before: Comparison;
  readonly preview: Comparison;
  /** In order of their codes. */
  readonly currencies: readonly CurrencyReport[];
  /** Of the batch, in order of their numbers. */
  readonly documents: readonly ReportDocument[];
  readonly blocked: readonly BlockedMerchant[];
  /** Errors before warnings. */
  readonly problems: readonly ProblemGroup[];
  readonly files: readonly FileRows[];
}

/** Something that the month is compared with: the month before, or a preview. */
export interface Comparison {
  readonly state: 'compared' | 'absent' | 'unreadable';
  /** The month, or the preview's date. */
  readonly of: string;
}

export type ReportDocument = SummaryDocument;

/** Documents of one currency, added up. */
export interface Sum {
  readonly documents: number;
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
  readonly total: MinorUnits;
}

/** What stands of a month in one currency. */
export interface MonthFigures {
  readonly sum: Sum;
  readonly netByPlan: ReadonlyMap<Plan, MinorUnits>;
}

export interface CurrencyReport {
  readonly currency: Currency;
  /** Issued by the batch; with what it cancels, the batch's control totals. */
  readonly issued: Sum;
  /** The reversals of the batch. */
  readonly cancelled: Sum;
  /** Issued earlier, and untouched. */
  readonly left: Sum;
  /** What stands after the batch: what is left and what is issued. */
  readonly now: MonthFigures;
  /** null where there is nothing to compare with. */
  readonly before: MonthFigures | null;
  readonly preview: MonthFigures | null;
  /** Largest first; empty where there is no month before. */
  readonly changes: readonly MerchantChange[];
}

/** A merchant's net in the month before and now; 0 where it has no document. */
export interface MerchantChange {
  readonly merchantId: string;
  readonly merchantName: string;
  readonly before: MinorUnits;
  readonly now: MinorUnits;
  readonly isBlocked: boolean;
}

export interface BlockedMerchant {
  readonly merchantId: string;
  readonly merchantName: string;
  /** The numbers of its documents that stand all the same. */
  readonly standing: readonly string[];
  /** The first of its errors, and how many there are. */
  readonly errors: readonly Problem[];
  readonly errorCount: number;
}

/** Problems of one severity and code: the first of them, and how many there are. */
export interface ProblemGroup {
  readonly severity: Problem['severity'];
  readonly code: Problem['code'];
  readonly count: number;
  readonly examples: readonly Problem[];
}

/** What became of the rows of one file in one table. */
export interface FileRows {
  readonly file: string;
  readonly table: string;
  readonly rows: bigint;
  readonly outcomes: readonly { readonly outcome: RowOutcome; readonly rows: bigint }[];
}

export type RowOutcome = AccountedRows['outcome'];
