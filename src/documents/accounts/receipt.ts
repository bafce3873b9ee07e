/** What a merchant pays, or is paid back: a row of receipts.csv. It touches no document and no tax. */
import type { MinorUnits } from '../../money/amount.js';
import type { Currency } from '../../money/currency.js';
import type { LocalDate } from '../../period/local-date.js';

/**
 * - `payment`: of documents that are issued;
 * - `prepayment`: of documents to come, which take it oldest first;
 * - `deposit`: a security, held apart: it pays no document and is never revenue;
 * - `refund`: paid back to the merchant, out of its credit or of the deposit that it names.
 */
export const RECEIPT_KINDS = ['payment', 'deposit', 'prepayment', 'refund'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

export interface Receipt {
  /** 1 is the first row below the header. */
  readonly record: number;
  readonly receiptId: string;
  readonly merchantId: string;
  readonly currency: Currency;
  readonly receivedOn: LocalDate;
  readonly kind: ReceiptKind;
  /** Above zero, whoever pays. */
  readonly amount: MinorUnits;
  /** The document that is paid; of a refund, the credit note or the deposit that is paid back. */
  readonly number: string | null;
}

/** What an account sees of a document. */
export interface AccountDocument {
  readonly number: string;
  readonly merchantId: string;
  readonly currency: Currency;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly total: MinorUnits;
  readonly cancels: string | null;
  readonly replaces: string | null;
}

/** In order of date, and of id within a day. */
export function inOrderOfReceipt(receipts: readonly Receipt[]): Receipt[] {
  return [...receipts].sort((left, right) =>
    left.receivedOn === right.receivedOn
      ? compare(left.receiptId, right.receiptId)
      : compare(left.receivedOn, right.receivedOn),
  );
}

/** The receipts that a refund may name besides documents. */
export function depositIds(receipts: readonly Receipt[]): ReadonlySet<string> {
  return new Set(receipts.filter(({ kind }) => kind === 'deposit').map((one) => one.receiptId));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
