/**
 * The account of one merchant in one currency: what was owed before a span of days, what was issued and
 * received in it, and what is owed at its end.
 *
 * > Owed 200.00 before November. Issued 500.00, received 300.00: 200 + 500 − 300 = 400.00 are owed.
 */
import { sumAmounts, type MinorUnits } from '../../money/amount.js';
import type { Currency } from '../../money/currency.js';
import type { LocalDate } from '../../period/local-date.js';
import { assert } from '../../problem.js';
import { amountsByAge, type Age } from './ages.js';
import { openDocuments, type OpenDocument } from './open-documents.js';
import { depositIds, inOrderOfReceipt, type AccountDocument, type Receipt } from './receipt.js';

/** Both days are in it. */
export interface AccountSpan {
  readonly from: LocalDate;
  readonly asOf: LocalDate;
}

export interface Account extends AccountSpan {
  readonly merchantId: string;
  readonly currency: Currency;
  readonly opening: MinorUnits;
  /** Issued in the span: invoices less credit notes. */
  readonly documents: MinorUnits;
  /** Received in the span, less what was paid back; without deposits. */
  readonly receipts: MinorUnits;
  /** opening + documents − receipts = what is open, by age − credit. */
  readonly closing: MinorUnits;
  readonly ages: Readonly<Record<Age, MinorUnits>>;
  /** Paid or credited beyond what is owed, and what was paid for documents to come. */
  readonly credit: MinorUnits;
  /** Held at the end of the span, and no part of any figure above. */
  readonly deposits: MinorUnits;
  /** In order of date; the documents of a day before its receipts. */
  readonly movements: readonly Movement[];
  /** Oldest first. */
  readonly open: readonly OpenDocument[];
}

export type Movement = MovedDocument | MovedReceipt;

interface MovedDocument extends Moved {
  readonly document: AccountDocument;
}

interface MovedReceipt extends Moved {
  readonly receipt: Receipt;
}

interface Moved {
  readonly date: LocalDate;
  /** What it adds to what is owed; 0 for what is held apart. */
  readonly amount: MinorUnits;
  /** What is owed after it. */
  readonly balance: MinorUnits;
}

export interface AccountOf {
  readonly merchantId: string;
  readonly currency: Currency;
  /** Of the merchant in this currency, in order of issue; those after the span are left out. */
  readonly documents: readonly AccountDocument[];
  /** Without those that are a problem. */
  readonly receipts: readonly Receipt[];
}

export function accountOf(of: AccountOf, { from, asOf }: AccountSpan): Account {
  const documents = of.documents.filter(({ issueDate }) => issueDate <= asOf);
  const receipts = inOrderOfReceipt(of.receipts.filter(({ receivedOn }) => receivedOn <= asOf));
  const deposits = depositIds(receipts);
  const all = [
    ...documents.map((document) => ({
      date: document.issueDate,
      amount: document.total,
      document,
    })),
    ...receipts.map((receipt) => ({
      date: receipt.receivedOn,
      amount: owedMoreBy(receipt, deposits),
      receipt,
    })),
  ].sort(({ date: left }, { date: right }) => (left < right ? -1 : left > right ? 1 : 0));
  const before = all.filter(({ date }) => date < from);
  const opening = sumAmounts(before.map(({ amount }) => amount));
  let balance = opening;
  const movements = all.slice(before.length).map((one) => {
    balance += one.amount;
    return { ...one, balance };
  });
  const found = openDocuments(documents, receipts);
  const ages = amountsByAge(found.open, asOf);
  const credit = found.credit + found.waiting;
  assert(sumAmounts(Object.values(ages)) - credit === balance, 'what is open is what is owed');
  const moved = (some: readonly Movement[]): MinorUnits =>
    sumAmounts(some.map(({ amount }) => amount));
  return {
    merchantId: of.merchantId,
    currency: of.currency,
    from,
    asOf,
    opening,
    documents: moved(movements.filter((one) => 'document' in one)),
    receipts: -moved(movements.filter((one) => 'receipt' in one)),
    closing: balance,
    ages,
    credit,
    deposits: found.deposits,
    movements,
    open: found.open,
  };
}

/** What is owed by some documents, less what some receipts paid. */
export function balanceOf(
  documents: readonly Pick<AccountDocument, 'total'>[],
  receipts: readonly Receipt[],
): MinorUnits {
  const deposits = depositIds(receipts);
  return (
    sumAmounts(documents.map(({ total }) => total)) +
    sumAmounts(receipts.map((receipt) => owedMoreBy(receipt, deposits)))
  );
}

/** By how much a receipt makes what is owed more: a payment less, a refund more, a deposit neither. */
function owedMoreBy({ kind, amount, number }: Receipt, deposits: ReadonlySet<string>): MinorUnits {
  switch (kind) {
    case 'payment':
    case 'prepayment':
      return -amount;
    case 'deposit':
      return 0n;
    case 'refund':
      return number !== null && deposits.has(number) ? 0n : amount;
  }
}
