import { expect, it } from 'vitest';
import { allAccounts } from '../../../src/documents/accounts/all-accounts.js';
import { localDate } from '../../../src/period/local-date.js';
import { fen, issued, received, USD } from './books.js';

const SPAN = { from: localDate('2026-11-01'), asOf: localDate('2026-11-30') };
const OF_M2 = { merchantId: 'M2' };

it('has an account for each merchant and currency, in their order', () => {
  const documents = [
    issued('C', '2026-11-03', 5, OF_M2),
    issued('B', '2026-11-03', 30, { currency: USD }),
    issued('A', '2026-11-03', 20),
  ];
  const { accounts } = allAccounts(documents, [], SPAN);
  expect(accounts.map((one) => [one.merchantId, one.currency.code, one.closing])).toEqual([
    ['M1', 'CNY', fen(20)],
    ['M1', 'USD', fen(30)],
    ['M2', 'CNY', fen(5)],
  ]);
});

it('has one for who has paid and was never billed: a deposit', () => {
  const { accounts } = allAccounts([], [received('D1', 'deposit', '2026-11-05', 9)], SPAN);
  expect(accounts.map(({ merchantId, deposits }) => [merchantId, deposits])).toEqual([
    ['M1', fen(9)],
  ]);
});

it('has none for whom a receipt is a problem, or who is blocked already', () => {
  const documents = [issued('A', '2026-11-03', 20), issued('C', '2026-11-03', 5, OF_M2)];
  const wrong = received('R1', 'payment', '2026-11-05', 21);
  const { accounts, problems } = allAccounts(documents, [wrong], SPAN, new Set(['M2']));
  expect(accounts).toEqual([]);
  expect(problems.map(({ code, merchantId }) => [code, merchantId])).toEqual([
    ['receipt-exceeds-owed', 'M1'],
  ]);
});

it('does not look at what came after its last day', () => {
  const documents = [issued('A', '2026-11-03', 20), issued('C', '2026-12-03', 5, OF_M2)];
  const late = received('R1', 'payment', '2026-12-05', 99);
  const { accounts, problems } = allAccounts(documents, [late], SPAN);
  expect(accounts.map(({ merchantId, closing }) => [merchantId, closing])).toEqual([
    ['M1', fen(20)],
  ]);
  expect(problems).toEqual([]);
});
