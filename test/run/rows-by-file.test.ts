import { expect, it } from 'vitest';
import type { AccountedRows } from '../../src/facts/usage/account-for-rows.js';
import { rowsByFile } from '../../src/run/rows-by-file.js';

function accounted(
  file: string,
  table: string,
  outcome: AccountedRows['outcome'],
  rows: bigint,
): AccountedRows {
  return { file, table, outcome, rows, money: null };
}

it('adds up a table over its currencies, and keeps two tables of one file apart', () => {
  const rows = [
    accounted('shop.csv', 'orders', 'billed', 10n),
    accounted('shop.csv', 'refunds', 'billed', 2n),
    accounted('shop.csv', 'orders', 'rejected', 1n),
    accounted('shop.csv', 'orders', 'billed', 5n),
  ];
  expect(rowsByFile(rows)).toEqual([
    {
      file: 'shop.csv',
      table: 'orders',
      // 10 + 5 + 1
      rows: 16n,
      outcomes: [
        { outcome: 'billed', rows: 15n },
        { outcome: 'rejected', rows: 1n },
      ],
    },
    { file: 'shop.csv', table: 'refunds', rows: 2n, outcomes: [{ outcome: 'billed', rows: 2n }] },
  ]);
});
