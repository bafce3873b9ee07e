/** Documents and receipts of one merchant, as tests write them down: amounts in yuan. */
import type { AccountDocument, Receipt } from '../../../src/documents/accounts/receipt.js';
import type { Currency } from '../../../src/money/currency.js';
import { addDays, localDate } from '../../../src/period/local-date.js';

export const CNY: Currency = { code: 'CNY', fractionDigits: 2 };
export const USD: Currency = { code: 'USD', fractionDigits: 2 };

/** Issued on a date and due 10 days later. */
export function issued(
  number: string,
  date: string,
  yuan: number,
  rest: Partial<AccountDocument> = {},
): AccountDocument {
  const issueDate = localDate(date);
  return {
    number,
    merchantId: 'M1',
    currency: CNY,
    period: date.slice(0, 7),
    issueDate,
    dueDate: addDays(issueDate, 10),
    total: fen(yuan),
    cancels: null,
    replaces: null,
    ...rest,
  };
}

export function received(
  receiptId: string,
  kind: Receipt['kind'],
  date: string,
  yuan: number,
  number: string | null = null,
  rest: Partial<Receipt> = {},
): Receipt {
  const receivedOn = localDate(date);
  const amount = fen(yuan);
  return {
    record: 1,
    receiptId,
    merchantId: 'M1',
    currency: CNY,
    receivedOn,
    kind,
    amount,
    number,
    ...rest,
  };
}

export function fen(yuan: number): bigint {
  return BigInt(Math.round(yuan * 100));
}
