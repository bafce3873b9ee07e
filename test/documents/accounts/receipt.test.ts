import { expect, it } from 'vitest';
import {
  depositIds,
  inOrderOfReceipt,
  type Receipt,
} from '../../../src/documents/accounts/receipt.js';
import { localDate } from '../../../src/period/local-date.js';
import { CNY } from './books.js';

function receipt(receiptId: string, date: string, kind: Receipt['kind'] = 'payment'): Receipt {
  const receivedOn = localDate(date);
  const of = { record: 1, merchantId: 'M1', currency: CNY, amount: 100n, number: null };
  return { ...of, receiptId, receivedOn, kind };
}

it('stands in order of date, and of id within a day', () => {
  const rows = [
    receipt('R3', '2026-10-02'),
    receipt('R2', '2026-10-01'),
    receipt('R1', '2026-10-02'),
  ];
  expect(inOrderOfReceipt(rows).map(({ receiptId }) => receiptId)).toEqual(['R2', 'R1', 'R3']);
});

it('knows deposits, which a refund may name', () => {
  const rows = [receipt('R1', '2026-10-01', 'deposit'), receipt('R2', '2026-10-01', 'refund')];
  expect([...depositIds(rows)]).toEqual(['R1']);
});
