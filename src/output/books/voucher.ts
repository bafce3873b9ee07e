/**
 * A document as a balanced voucher (记账凭证): debit receivable, credit revenue and output tax. What is
 * credited stands on the same sides with a minus sign (红字), so that a reversal takes turnover back.
 */
import { parseDocumentNumber } from '../../documents/document-number.js';
import type { Document } from '../../documents/document.js';
import { taxedLines } from '../../documents/taxed-lines.js';
import { allocate } from '../../money/allocate.js';
import { sumAmounts, toMajorUnits, type MinorUnits } from '../../money/amount.js';
import { Rational, roundHalfAwayFromZero } from '../../money/rational.js';
import { assert } from '../../problem.js';
import type { DocumentCodes } from './document-codes.js';

interface Posting {
  readonly account: string;
  /** The code of the customer whom the account does not name itself; null: none. */
  readonly customer: string | null;
  /** In the document's currency. */
  readonly amount: MinorUnits;
}

export interface VoucherEntry extends Posting {
  readonly side: 'debit' | 'credit';
  /** In the currency of the books; the debit is the sum of the credits. */
  readonly booked: MinorUnits;
}

/** The highest number of a voucher that systems with numbers of 16 bits take. */
export const VOUCHERS_MAX = 32_767;
const SUMMARY_CHARACTERS_MAX = 60;

/** No entry is zero. */
export function voucherEntries(document: Document, codes: DocumentCodes): VoucherEntry[] {
  const credits = [...revenue(document, codes), ...outputTax(document, codes)];
  const booked = bookedCredits(document, credits, codes);
  const debit: VoucherEntry = {
    side: 'debit',
    ...codes.receivable(),
    amount: document.total,
    booked: sumAmounts(booked),
  };
  const entries = credits.map((credit, at): VoucherEntry => {
    return { side: 'credit', ...credit, booked: booked[at] ?? 0n };
  });
  return [debit, ...entries].filter(({ amount }) => amount !== 0n);
}

/** One posting per account, in the order in which the lines name them. */
function revenue(document: Document, codes: DocumentCodes): Posting[] {
  const byAccount = new Map<string, MinorUnits>();
  for (const { line, net } of taxedLines(document)) {
    const account = codes.account(line);
    byAccount.set(account, (byAccount.get(account) ?? 0n) + net);
  }
  return [...byAccount].map(([account, amount]) => ({ account, customer: null, amount }));
}

function outputTax({ taxes }: Document, codes: DocumentCodes): Posting[] {
  return taxes.map(({ rate, tax }) => ({
    account: tax === 0n ? '' : codes.outputTax(rate),
    customer: null,
    amount: tax,
  }));
}

/**
 * The total is converted once, and allocated to the credits so that they add up.
 *
 * > 10.00 and 0.60 USD at 7.0988: the total 10.60 is 75.25 (75.24728); the credits are 70.988 and
 * > 4.25928, cut to 70.98 and 4.25, and 2 fen are missing, one for each: 70.99 and 4.26.
 */
function bookedCredits(
  document: Document,
  credits: readonly Posting[],
  codes: DocumentCodes,
): MinorUnits[] {
  const amounts = credits.map(({ amount }) => amount);
  const books = codes.currency();
  if (document.currency.code === books.code) return amounts;
  const rate = codes.exchangeRate();
  const minorUnits = Rational.of(10n ** BigInt(books.fractionDigits));
  const converted = (amount: MinorUnits): Rational =>
    toMajorUnits(amount, document.currency).times(rate).times(minorUnits);
  return allocate(roundHalfAwayFromZero(converted(document.total)), amounts.map(converted));
}

/** The document's number, period and merchant, as one field of at most 60 characters without a delimiter. */
export function voucherSummary({ number, period, merchant }: Document): string {
  const summary = `${number} ${period} ${merchant.name}`.replaceAll(',', '，').replaceAll('"', '”');
  return Array.from(summary).slice(0, SUMMARY_CHARACTERS_MAX).join('');
}

/**
 * A voucher is numbered within its month as the document within its period, up to the highest number and
 * then from 1 again: `…-000012` is 12, and `…-032768` is 1.
 */
export function voucherNumber({ number }: Document): string {
  const parts = parseDocumentNumber(number);
  assert(parts !== null, `${number} is the number of a document`);
  return String(((parts.sequence - 1) % VOUCHERS_MAX) + 1);
}
