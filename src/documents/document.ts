/** A document: an invoice or a credit note, as it is issued. */
import type { MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import type { Line } from '../pricing/line.js';

export const LANGUAGES = ['zh', 'en', 'zh-en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Who runs the job and issues the documents. Blank texts are unknown. */
export interface Provider {
  readonly name: string;
  readonly taxId: string;
  readonly address: string;
  readonly bankName: string;
  readonly bankAccount: string;
  readonly email: string;
  readonly phone: string;
  /** An IANA zone, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly invoicePrefix: string;
  readonly settlementDays: number;
  readonly language: Language;
}

/** Who is billed. Blank texts are unknown. */
export interface Merchant {
  readonly merchantId: string;
  readonly name: string;
  readonly legalName: string;
  readonly taxId: string;
  readonly address: string;
  readonly email: string;
  readonly language: Language;
}

export type DocumentType = 'invoice' | 'credit_note';

/** Tax of one rate: base + tax is what is paid at that rate. */
export interface TaxSubtotal {
  readonly rate: Rational;
  readonly base: MinorUnits;
  readonly tax: MinorUnits;
}

/** What a merchant owes in one currency for one period, before it has a number. */
export interface Draft {
  readonly merchant: Merchant;
  readonly currency: Currency;
  readonly lines: readonly Line[];
  readonly taxes: readonly TaxSubtotal[];
  /** Without tax. */
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
  readonly total: MinorUnits;
  /** As the payment terms of the latest of its contracts give it for the issue date. */
  readonly dueDate: LocalDate;
}

export interface Document extends Draft {
  readonly number: string;
  readonly type: DocumentType;
  /** The provider as it was when the document was issued. */
  readonly issuer: Provider;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly issueDate: LocalDate;
  /** The number of the document that this one cancels in full, or null. */
  readonly cancels: string | null;
  /** The number of the document in whose place this one stands, or null. */
  readonly replaces: string | null;
}

/** A document's type follows its sign. */
export function typeOfTotal(total: MinorUnits): DocumentType {
  return total < 0n ? 'credit_note' : 'invoice';
}
