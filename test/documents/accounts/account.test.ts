import { describe, expect, it } from 'vitest';
import { accountOf, balanceOf, type Account } from '../../../src/documents/accounts/account.js';
import type { AccountDocument, Receipt } from '../../../src/documents/accounts/receipt.js';
import { localDate } from '../../../src/period/local-date.js';
import { CNY, fen, issued, received } from './books.js';

function account(
  from: string,
  asOf: string,
  documents: AccountDocument[],
  receipts: Receipt[],
): Account {
  const of = { merchantId: 'M1', currency: CNY, documents, receipts };
  return accountOf(of, { from: localDate(from), asOf: localDate(asOf) });
}

const DOCUMENTS = [issued('A', '2026-10-05', 200), issued('B', '2026-11-03', 500)];
const RECEIPTS = [
  received('D1', 'deposit', '2026-10-01', 1000),
  received('R1', 'payment', '2026-11-20', 300),
];

describe('accountOf', () => {
  it('goes from what was owed before to what is owed: 200 + 500 − 300 = 400', () => {
    const { opening, documents, receipts, closing } = account(
      '2026-11-01',
      '2026-11-30',
      DOCUMENTS,
      RECEIPTS,
    );
    expect([opening, documents, receipts, closing]).toEqual([200, 500, 300, 400].map(fen));
  });

  it('says how old it is: the 300 paid A and 100 of B, which was due on 11-13, 17 days before', () => {
    const { ages, open } = account('2026-11-01', '2026-11-30', DOCUMENTS, RECEIPTS);
    expect(open.map((one) => [one.document.number, one.open])).toEqual([['B', fen(400)]]);
    expect(ages.days_1_30).toBe(fen(400));
  });

  it('holds the deposit apart from every figure', () => {
    const { deposits, credit } = account('2026-11-01', '2026-11-30', DOCUMENTS, RECEIPTS);
    expect([deposits, credit]).toEqual([fen(1000), 0n]);
  });

  it('lists what happened, the documents of a day first, with the balance after each', () => {
    const sameDay = received('R2', 'payment', '2026-11-03', 50, 'B');
    const { movements } = account('2026-11-01', '2026-11-30', DOCUMENTS, [...RECEIPTS, sameDay]);
    expect(
      movements.map((one) => [
        'document' in one ? one.document.number : one.receipt.receiptId,
        one.amount,
        one.balance,
      ]),
    ).toEqual([
      ['B', fen(500), fen(700)],
      ['R2', fen(-50), fen(650)],
      ['R1', fen(-300), fen(350)],
    ]);
  });

  it('knows nothing of what came after its last day', () => {
    const { closing, deposits } = account('2026-11-01', '2026-11-19', DOCUMENTS, RECEIPTS);
    expect([closing, deposits]).toEqual([fen(700), fen(1000)]);
  });

  it('has everything in its span where it begins before the first document: the opening is 0', () => {
    const { opening, documents, closing } = account(
      '2026-01-01',
      '2026-11-30',
      DOCUMENTS,
      RECEIPTS,
    );
    expect([opening, documents, closing]).toEqual([0, 700, 400].map(fen));
  });

  it('shows a prepayment as credit, below zero: 0 − 900 + 700 = −200', () => {
    const prepaid = received('R3', 'prepayment', '2026-09-30', 900);
    const { closing, credit, ages } = account('2026-11-01', '2026-11-30', DOCUMENTS, [prepaid]);
    expect([closing, credit]).toEqual([fen(-200), fen(200)]);
    expect(Object.values(ages)).toEqual([0n, 0n, 0n, 0n, 0n]);
  });

  it('lets a refund of credit be owed no more: −200 + 200 = 0, and one of a deposit change nothing', () => {
    const receipts = [
      received('D1', 'deposit', '2026-09-01', 1000),
      received('R3', 'prepayment', '2026-09-30', 900),
      received('R4', 'refund', '2026-11-25', 200),
      received('R5', 'refund', '2026-11-26', 400, 'D1'),
    ];
    const found = account('2026-11-01', '2026-11-30', DOCUMENTS, receipts);
    expect([found.receipts, found.closing, found.deposits]).toEqual([fen(-200), 0n, fen(600)]);
  });

  it('closes with a cancelled document and what stands in its place: 200 − 200 + 260 = 260', () => {
    const revised = [
      ...DOCUMENTS.slice(0, 1),
      issued('A-', '2026-11-10', -200, { cancels: 'A' }),
      issued('A2', '2026-11-10', 260, { replaces: 'A' }),
    ];
    const { opening, documents, closing, open } = account('2026-11-01', '2026-11-30', revised, []);
    expect([opening, documents, closing]).toEqual([200, 60, 260].map(fen));
    expect(open.map((one) => one.document.number)).toEqual(['A2']);
  });
});

it('balanceOf: 200 + 500 − 300, and nothing of the deposit', () => {
  expect(balanceOf(DOCUMENTS, RECEIPTS)).toBe(fen(400));
});
