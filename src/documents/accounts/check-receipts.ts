/**
 * Receipts that cannot be what somebody meant: of a number that nobody issued, in another currency, or of
 * more than was owed on their day. Nothing is guessed of them; the merchant's account waits.
 */
import { groupBy } from '../../group-by.js';
import { formatAmount, sumAmounts, type MinorUnits } from '../../money/amount.js';
import { problem, type Problem, type ProblemPlace } from '../../problem.js';
import { openDocuments, standingNumber } from './open-documents.js';
import { inOrderOfReceipt, type AccountDocument, type Receipt } from './receipt.js';

const FILE = 'receipts.csv';

/** Of one merchant, in every currency. `documents` are all that were ever issued to it, in order of issue. */
export function checkReceipts(
  documents: readonly AccountDocument[],
  receipts: readonly Receipt[],
): Problem[] {
  const named = receipts.map((receipt) => wrongName(receipt, documents, receipts));
  const sound = receipts.filter((_, at) => named[at] === null);
  const byCurrency = [...groupBy(sound, ({ currency }) => currency.code)];
  return [
    ...named.flatMap((found) => found ?? []),
    ...byCurrency.flatMap(([code, of]) => {
      const owed = documents.filter(({ currency }) => currency.code === code);
      return new AmountCheck(owed).problemsOf(of);
    }),
  ];
}

/** A number that no document has, or one of another currency. */
function wrongName(
  receipt: Receipt,
  documents: readonly AccountDocument[],
  receipts: readonly Receipt[],
): Problem | null {
  const { receiptId, kind, number, currency } = receipt;
  const place = { ...placeOf(receipt), column: 'number' };
  if (number === null) return null;
  if (kind === 'deposit')
    return problem('cell-unused', place, { case: 'deposit-number', receiptId });
  const named = documents.find((one) => one.number === number) ?? depositOf(receipt, receipts);
  if (named === undefined)
    return problem('receipt-number-unknown', place, { receiptId, number, kind });
  if (named.currency.code === currency.code) return null;
  return problem(
    'receipt-currency',
    { ...place, column: 'currency' },
    { receiptId, currency: currency.code, number, documentCurrency: named.currency.code },
  );
}

/** The deposit that a refund names; it came first. */
function depositOf(
  { kind, number, receivedOn }: Receipt,
  receipts: readonly Receipt[],
): Receipt | undefined {
  return receipts.find(
    (one) =>
      kind === 'refund' &&
      one.kind === 'deposit' &&
      one.receiptId === number &&
      one.receivedOn <= receivedOn,
  );
}

/** Whether each receipt, on its day, is of no more than was owed. */
class AmountCheck {
  /** Those that were looked at and found right, in order. */
  private readonly before: Receipt[] = [];

  constructor(private readonly documents: readonly AccountDocument[]) {}

  problemsOf(receipts: readonly Receipt[]): Problem[] {
    return inOrderOfReceipt(receipts).flatMap((receipt) => {
      const owed = this.owedTo(receipt);
      if (owed === null || receipt.amount <= owed) {
        this.before.push(receipt);
        return [];
      }
      return [exceeds(receipt, owed)];
    });
  }

  /** What a receipt may come to; null where it may be anything. */
  private owedTo(receipt: Receipt): MinorUnits | null {
    switch (receipt.kind) {
      case 'deposit':
      case 'prepayment':
        return null;
      case 'payment':
        return this.owedByMerchant(receipt);
      case 'refund':
        return receipt.number === null
          ? this.creditOn(receipt)
          : this.named(receipt) - this.alreadyNamed(receipt);
    }
  }

  /** All that is open on that day, and of the document that it names no more than that document. */
  private owedByMerchant(payment: Receipt): MinorUnits {
    const { number, receivedOn } = payment;
    const issued = this.issuedBy(receivedOn);
    const isAhead = number !== null && !issued.some((one) => one.number === number);
    const open = sumAmounts(openDocuments(issued, this.before).open.map((one) => one.open));
    if (number === null) return open;
    const ofDocument = this.named(payment) - this.alreadyNamed(payment);
    return isAhead || ofDocument < open ? ofDocument : open;
  }

  private creditOn({ receivedOn }: Receipt): MinorUnits {
    const { credit } = openDocuments(this.issuedBy(receivedOn), this.before);
    return credit > 0n ? credit : 0n;
  }

  /** The amount of what a receipt names, or of what stands in its place on that day. */
  private named(receipt: Receipt): MinorUnits {
    const target = this.targetOf(receipt);
    const deposit = this.before.find((one) => one.kind === 'deposit' && one.receiptId === target);
    const document = this.documents.find(({ number }) => number === target);
    if (receipt.kind === 'payment') return positive(document?.total ?? 0n);
    return deposit?.amount ?? positive(-(document?.total ?? 0n));
  }

  /** What earlier receipts of the kind paid on the same. */
  private alreadyNamed(receipt: Receipt): MinorUnits {
    const target = this.targetOf(receipt);
    const isPaying = receipt.kind === 'payment';
    const same = this.before.filter(
      (one) =>
        one.number !== null &&
        (one.kind === 'refund') !== isPaying &&
        this.targetOf({ ...one, receivedOn: receipt.receivedOn }) === target,
    );
    return sumAmounts(same.map(({ amount }) => amount));
  }

  private targetOf({ number, receivedOn }: Receipt): string | null {
    return number === null ? null : standingNumber(number, this.issuedBy(receivedOn));
  }

  private issuedBy(date: Receipt['receivedOn']): AccountDocument[] {
    return this.documents.filter(({ issueDate }) => issueDate <= date);
  }
}

function positive(amount: MinorUnits): MinorUnits {
  return amount > 0n ? amount : 0n;
}

function exceeds(receipt: Receipt, owed: MinorUnits): Problem {
  const { receiptId, kind, amount, currency, number } = receipt;
  return problem(
    'receipt-exceeds-owed',
    { ...placeOf(receipt), column: 'amount' },
    {
      receiptId,
      kind,
      number,
      currency: currency.code,
      amount: formatAmount(amount, currency),
      owed: formatAmount(owed < 0n ? 0n : owed, currency),
    },
  );
}

function placeOf({ record, merchantId }: Receipt): ProblemPlace {
  return { file: FILE, record, merchantId };
}
