/**
 * Which documents of one merchant and currency are still owed, once its receipts are matched to them:
 * to the number that they name, else to the oldest.
 *
 * > A of 100.00 and B of 80.00 are owed. 30.00 for B, 90.00 for none: A is owed 10.00, and B 50.00.
 */
import { sumAmounts, type MinorUnits } from '../../money/amount.js';
import { depositIds, inOrderOfReceipt, type AccountDocument, type Receipt } from './receipt.js';

export interface OpenDocument {
  readonly document: AccountDocument;
  /** Above zero. */
  readonly open: MinorUnits;
}

export interface OpenDocuments {
  /** Oldest first. */
  readonly open: readonly OpenDocument[];
  /**
   * What the merchant has paid, or was credited, beyond all that is owed. Below zero where a credit was
   * paid back, and the credit note cancelled after that: then the merchant owes it.
   */
  readonly credit: MinorUnits;
  /** What was paid for numbers that are not issued yet: it waits for them. */
  readonly waiting: MinorUnits;
  /** Held apart. */
  readonly deposits: MinorUnits;
}

/** `documents` in order of issue. A receipt that is a problem must not be among `receipts`. */
export function openDocuments(
  documents: readonly AccountDocument[],
  receipts: readonly Receipt[],
): OpenDocuments {
  const book = new Book(documents, depositIds(receipts));
  for (const receipt of inOrderOfReceipt(receipts)) book.add(receipt);
  return book.closed();
}

/** The number that stands in place of another: itself where it was not cancelled, null where nothing does. */
export function standingNumber(
  number: string,
  documents: readonly AccountDocument[],
): string | null {
  const isCancelled = documents.some(({ cancels }) => cancels === number);
  if (!isCancelled) return number;
  const next = documents.find(({ replaces }) => replaces === number);
  return next === undefined ? null : standingNumber(next.number, documents);
}

class Book {
  /** Oldest first. */
  private readonly owed: Map<string, OpenDocument>;
  private readonly numbers: ReadonlySet<string>;
  private pot: MinorUnits;
  private waiting: MinorUnits = 0n;
  private deposits: MinorUnits = 0n;

  constructor(
    private readonly documents: readonly AccountDocument[],
    private readonly depositIds: ReadonlySet<string>,
  ) {
    const live = withoutCancelled(documents);
    const invoices = live.filter(({ total }) => total > 0n).sort(byIssueDate);
    this.owed = new Map(
      invoices.map((document) => [document.number, { document, open: document.total }]),
    );
    this.numbers = new Set(documents.map(({ number }) => number));
    this.pot = -sumAmounts(live.filter(({ total }) => total < 0n).map(({ total }) => total));
  }

  add({ kind, amount, number }: Receipt): void {
    switch (kind) {
      case 'deposit':
        this.deposits += amount;
        return;
      case 'refund':
        if (number !== null && this.depositIds.has(number)) this.deposits -= amount;
        else this.pot -= amount;
        return;
      case 'payment':
      case 'prepayment':
        this.pay(amount, number);
    }
  }

  /** Numbers were served as they came; what named none, or has nothing left to pay, goes to the oldest. */
  closed(): OpenDocuments {
    let rest = this.pot;
    const open = [...this.owed.values()].map((one) => {
      const paid = least(one.open, rest);
      rest -= paid;
      return { ...one, open: one.open - paid };
    });
    return {
      open: open.filter((one) => one.open > 0n),
      credit: rest,
      waiting: this.waiting,
      deposits: this.deposits,
    };
  }

  private pay(amount: MinorUnits, number: string | null): void {
    if (number !== null && !this.numbers.has(number)) {
      this.waiting += amount;
      return;
    }
    const target = number === null ? null : standingNumber(number, this.documents);
    const owed = target === null ? undefined : this.owed.get(target);
    if (owed === undefined) {
      this.pot += amount;
      return;
    }
    const paid = least(owed.open, amount);
    this.owed.set(owed.document.number, { ...owed, open: owed.open - paid });
    this.pot += amount - paid;
  }
}

/** Without documents that were cancelled, and what cancelled them: the two come to nothing. */
function withoutCancelled(documents: readonly AccountDocument[]): AccountDocument[] {
  const numbers = new Set(documents.map(({ number }) => number));
  const cancelled = new Set(documents.flatMap(({ cancels }) => cancels ?? []));
  return documents.filter(
    ({ number, cancels }) => !cancelled.has(number) && (cancels === null || !numbers.has(cancels)),
  );
}

/** Of one date, the order of issue. */
function byIssueDate(left: AccountDocument, right: AccountDocument): number {
  if (left.issueDate === right.issueDate) return 0;
  return left.issueDate < right.issueDate ? -1 : 1;
}

/** What a pot can pay of an amount: nothing where it is below zero. */
function least(amount: MinorUnits, pot: MinorUnits): MinorUnits {
  const paid = amount < pot ? amount : pot;
  return paid > 0n ? paid : 0n;
}
