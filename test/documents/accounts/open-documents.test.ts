import { describe, expect, it } from 'vitest';
import { openDocuments, standingNumber } from '../../../src/documents/accounts/open-documents.js';
import type { AccountDocument, Receipt } from '../../../src/documents/accounts/receipt.js';
import { fen, issued, received } from './books.js';

const A = issued('A', '2026-11-01', 100);
const B = issued('B', '2026-12-01', 80);

/** What is open by number, the credit, what waits, and the deposits. */
function found(documents: AccountDocument[], receipts: Receipt[]): object {
  const { open, credit, waiting, deposits } = openDocuments(documents, receipts);
  const byNumber = Object.fromEntries(open.map((one) => [one.document.number, one.open]));
  return { ...byNumber, credit, waiting, deposits };
}

const NOTHING = { credit: 0n, waiting: 0n, deposits: 0n };

describe('openDocuments', () => {
  it('leaves what nobody paid', () => {
    expect(found([A, B], [])).toEqual({ A: fen(100), B: fen(80), ...NOTHING });
  });

  it('pays the number that a receipt names, and else the oldest: 100 − 90 = 10 and 80 − 30 = 50', () => {
    const receipts = [
      received('R1', 'payment', '2026-12-05', 30, 'B'),
      received('R2', 'payment', '2026-12-06', 90),
    ];
    expect(found([A, B], receipts)).toEqual({ A: fen(10), B: fen(50), ...NOTHING });
  });

  it('serves a number before what names none, also where it came later: A by R2, B by R1', () => {
    const receipts = [
      received('R1', 'payment', '2026-12-05', 80),
      received('R2', 'payment', '2026-12-06', 100, 'A'),
    ];
    expect(found([A, B], receipts)).toEqual(NOTHING);
  });

  it('pays the oldest by issue date, whatever the order of issue', () => {
    const late = issued('C', '2026-10-01', 50);
    expect(found([A, late], [received('R1', 'payment', '2026-12-05', 60)])).toEqual({
      A: fen(90),
      ...NOTHING,
    });
  });

  it('lets a prepayment pay what comes after it, and keeps the rest: 250 − 180 = 70', () => {
    const receipts = [received('R1', 'prepayment', '2026-10-05', 250)];
    expect(found([A, B], receipts)).toEqual({ ...NOTHING, credit: fen(70) });
  });

  it('keeps a payment for a number that is not issued yet waiting, and pays nothing else with it', () => {
    const receipts = [received('R1', 'payment', '2026-10-05', 80, 'B')];
    expect(found([A], receipts)).toEqual({ A: fen(100), ...NOTHING, waiting: fen(80) });
  });

  it('holds deposits apart', () => {
    const receipts = [
      received('D1', 'deposit', '2026-10-05', 500),
      received('R1', 'refund', '2026-12-05', 200, 'D1'),
    ];
    expect(found([A], receipts)).toEqual({ A: fen(100), ...NOTHING, deposits: fen(300) });
  });

  it('counts a credit note for the oldest: 100 − 30 = 70', () => {
    const credit = issued('C', '2026-12-02', -30);
    expect(found([A, B, credit], [])).toEqual({ A: fen(70), B: fen(80), ...NOTHING });
  });

  it('takes a refund out of credit before credit pays anything: 30 − 30 = 0', () => {
    const credit = issued('C', '2026-10-02', -30);
    const receipts = [received('R1', 'refund', '2026-10-05', 30, 'C')];
    expect(found([credit, A], receipts)).toEqual({ A: fen(100), ...NOTHING });
  });
});

describe('a document that was cancelled', () => {
  const reversal = issued('A-', '2026-12-02', -100, { cancels: 'A' });
  const replacement = issued('A2', '2026-12-02', 120, { replaces: 'A' });

  it('is owed no more, and what stands in its place is', () => {
    expect(found([A, reversal, replacement], [])).toEqual({ A2: fen(120), ...NOTHING });
  });

  it('hands its payment on to what stands in its place: 120 − 100 = 20', () => {
    const receipts = [received('R1', 'payment', '2026-11-20', 100, 'A')];
    expect(found([A, reversal, replacement], receipts)).toEqual({ A2: fen(20), ...NOTHING });
  });

  it('leaves its payment to the oldest where nothing stands in its place: 80 − 100 = −20', () => {
    const receipts = [received('R1', 'payment', '2026-11-20', 100, 'A')];
    expect(found([A, B, reversal], receipts)).toEqual({ ...NOTHING, credit: fen(20) });
  });

  it('is owed until it is cancelled', () => {
    expect(found([A], [])).toEqual({ A: fen(100), ...NOTHING });
  });

  it('that was a credit note, and was paid back, is owed by the merchant: −(30) of credit', () => {
    const note = issued('N', '2026-11-02', -30);
    const undone = issued('N-', '2026-12-02', 30, { cancels: 'N' });
    const receipts = [received('R1', 'refund', '2026-11-05', 30, 'N')];
    expect(found([note, undone], receipts)).toEqual({ ...NOTHING, credit: fen(-30) });
  });

  it('is followed through every replacement', () => {
    const second = issued('A2-', '2026-12-09', -120, { cancels: 'A2' });
    const third = issued('A3', '2026-12-09', 90, { replaces: 'A2' });
    const all = [A, reversal, replacement, second, third];
    expect(standingNumber('A', all)).toBe('A3');
    expect(standingNumber('A', [A, reversal])).toBeNull();
    expect(standingNumber('A', [A])).toBe('A');
  });
});
