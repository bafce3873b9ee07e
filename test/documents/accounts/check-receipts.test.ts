import { describe, expect, it } from 'vitest';
import { checkReceipts } from '../../../src/documents/accounts/check-receipts.js';
import type { AccountDocument, Receipt } from '../../../src/documents/accounts/receipt.js';
import { issued, received, USD } from './books.js';

const A = issued('A', '2026-11-01', 100);
const B = issued('B', '2026-12-01', 80);

/** Code and receipt of each problem, and what was owed where an amount is too much. */
function found(documents: AccountDocument[], receipts: Receipt[]): unknown[][] {
  return checkReceipts(documents, receipts).map(({ code, values }) => [
    code,
    ...('receiptId' in values ? [values.receiptId] : []),
    ...('owed' in values ? [values.owed] : []),
  ]);
}

describe('the number', () => {
  it('of a document is right', () => {
    expect(found([A], [received('R1', 'payment', '2026-11-05', 100, 'A')])).toEqual([]);
  });

  it('of no document of the merchant is a problem', () => {
    expect(found([A], [received('R1', 'payment', '2026-11-05', 100, 'Z')])).toEqual([
      ['receipt-number-unknown', 'R1'],
    ]);
  });

  it('of a deposit is one for its refund alone, and after it came', () => {
    const deposit = received('D1', 'deposit', '2026-11-02', 50);
    expect(found([], [deposit, received('R1', 'refund', '2026-11-05', 50, 'D1')])).toEqual([]);
    expect(found([], [deposit, received('R1', 'refund', '2026-11-01', 50, 'D1')])).toEqual([
      ['receipt-number-unknown', 'R1'],
    ]);
    expect(found([], [deposit, received('R1', 'payment', '2026-11-05', 50, 'D1')])).toEqual([
      ['receipt-number-unknown', 'R1'],
    ]);
  });

  it('beside a deposit means something that nobody knows', () => {
    expect(found([A], [received('D1', 'deposit', '2026-11-05', 50, 'A')])).toEqual([
      ['cell-unused', 'D1'],
    ]);
  });

  it('of a document in another currency is a problem', () => {
    const dollars = received('R1', 'payment', '2026-11-05', 100, 'A', { currency: USD });
    expect(found([A], [dollars])).toEqual([['receipt-currency', 'R1']]);
  });
});

describe('a payment', () => {
  it.each([
    ['of all that is owed on its day is right', '2026-12-05', 180, []],
    ['of more is a problem', '2026-12-05', 180.01, [['receipt-exceeds-owed', 'R1', '180.00']]],
    [
      'knows nothing of documents after its day',
      '2026-11-30',
      100.01,
      [['receipt-exceeds-owed', 'R1', '100.00']],
    ],
    [
      'before anything is owed is a prepayment',
      '2026-10-01',
      1,
      [['receipt-exceeds-owed', 'R1', '0.00']],
    ],
  ])('without a number %s', (_, date, yuan, problems) => {
    expect(found([A, B], [received('R1', 'payment', date, yuan)])).toEqual(problems);
  });

  it('of a number pays no more than that document, whatever else is owed', () => {
    const receipts = [received('R1', 'payment', '2026-12-05', 100.01, 'A')];
    expect(found([A, B], receipts)).toEqual([['receipt-exceeds-owed', 'R1', '100.00']]);
  });

  it('of a number pays what others left of it: 100 − 70 = 30', () => {
    const first = received('R1', 'payment', '2026-11-05', 70, 'A');
    expect(found([A], [first, received('R2', 'payment', '2026-11-06', 30, 'A')])).toEqual([]);
    expect(found([A], [first, received('R2', 'payment', '2026-11-06', 31, 'A')])).toEqual([
      ['receipt-exceeds-owed', 'R2', '30.00'],
    ]);
  });

  it('that pays twice what was paid without a number is a problem: 100 − 100 = 0', () => {
    const receipts = [
      received('R1', 'payment', '2026-11-05', 100),
      received('R2', 'payment', '2026-11-06', 100, 'A'),
    ];
    expect(found([A], receipts)).toEqual([['receipt-exceeds-owed', 'R2', '0.00']]);
  });

  it('without a number may have paid B, where A is paid by number after it', () => {
    const receipts = [
      received('R1', 'payment', '2026-12-05', 80),
      received('R2', 'payment', '2026-12-06', 100, 'A'),
    ];
    expect(found([A, B], receipts)).toEqual([]);
  });

  it('of a number may come before the document, and pays no more than it', () => {
    expect(found([A], [received('R1', 'payment', '2026-10-20', 100, 'A')])).toEqual([]);
    expect(found([A], [received('R1', 'payment', '2026-10-20', 101, 'A')])).toEqual([
      ['receipt-exceeds-owed', 'R1', '100.00'],
    ]);
  });

  it('of a cancelled number pays what stands in its place: 120 − 100 = 20', () => {
    const documents = [
      A,
      issued('A-', '2026-12-02', -100, { cancels: 'A' }),
      issued('A2', '2026-12-02', 120, { replaces: 'A' }),
    ];
    const receipts = [
      received('R1', 'payment', '2026-11-05', 100, 'A'),
      received('R2', 'payment', '2026-12-05', 20, 'A'),
      received('R3', 'payment', '2026-12-06', 1, 'A2'),
    ];
    expect(found(documents, receipts)).toEqual([['receipt-exceeds-owed', 'R3', '0.00']]);
  });

  it('of a document that was cancelled, with nothing in its place, pays nothing', () => {
    const documents = [A, B, issued('A-', '2026-12-02', -100, { cancels: 'A' })];
    expect(found(documents, [received('R1', 'payment', '2026-12-05', 10, 'A')])).toEqual([
      ['receipt-exceeds-owed', 'R1', '0.00'],
    ]);
  });

  it('in a currency in which nothing was billed is of more than is owed', () => {
    const dollars = received('R1', 'payment', '2026-11-05', 100, null, { currency: USD });
    expect(found([A], [dollars])).toEqual([['receipt-exceeds-owed', 'R1', '0.00']]);
  });

  it('that is wrong is not counted against those after it', () => {
    const receipts = [
      received('R1', 'payment', '2026-11-05', 900),
      received('R2', 'payment', '2026-11-06', 100),
    ];
    expect(found([A], receipts)).toEqual([['receipt-exceeds-owed', 'R1', '100.00']]);
  });
});

describe('a refund', () => {
  const note = issued('N', '2026-11-10', -30);

  it('pays back credit that is left: a prepayment of 150 less A of 100', () => {
    const prepaid = received('R1', 'prepayment', '2026-10-01', 150);
    expect(found([A], [prepaid, received('R2', 'refund', '2026-11-05', 50)])).toEqual([]);
    expect(found([A], [prepaid, received('R2', 'refund', '2026-11-05', 51)])).toEqual([
      ['receipt-exceeds-owed', 'R2', '50.00'],
    ]);
  });

  it('of a credit note pays back that note, though the merchant owes: 30, and no more', () => {
    const first = received('R1', 'refund', '2026-11-12', 20, 'N');
    expect(found([A, note], [first, received('R2', 'refund', '2026-11-13', 10, 'N')])).toEqual([]);
    expect(found([A, note], [first, received('R2', 'refund', '2026-11-13', 11, 'N')])).toEqual([
      ['receipt-exceeds-owed', 'R2', '10.00'],
    ]);
  });

  it('of an invoice pays nothing back', () => {
    expect(found([A], [received('R1', 'refund', '2026-11-12', 20, 'A')])).toEqual([
      ['receipt-exceeds-owed', 'R1', '0.00'],
    ]);
  });

  it('of a deposit pays no more than was deposited: 50 − 40 = 10', () => {
    const receipts = [
      received('D1', 'deposit', '2026-10-01', 50),
      received('R1', 'refund', '2026-11-01', 40, 'D1'),
      received('R2', 'refund', '2026-11-02', 11, 'D1'),
    ];
    expect(found([], receipts)).toEqual([['receipt-exceeds-owed', 'R2', '10.00']]);
  });

  it('without a number never takes the deposit', () => {
    const receipts = [
      received('D1', 'deposit', '2026-10-01', 50),
      received('R1', 'refund', '2026-11-01', 40),
    ];
    expect(found([], receipts)).toEqual([['receipt-exceeds-owed', 'R1', '0.00']]);
  });
});
