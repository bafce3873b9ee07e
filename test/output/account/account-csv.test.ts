import { expect, it } from 'vitest';
import { accountTable } from '../../../src/output/account/account-csv.js';
import { csvOf } from '../../../src/output/csv/csv.js';
import { ACCOUNT, MERCHANT } from './accounts.js';

it('has a row for each account: 200 + 500 − 320 = 380, all of it 1 to 30 days old', () => {
  const csv = csvOf(accountTable(new Map([['M1', MERCHANT]])), [ACCOUNT]);
  expect(csv.split('\r\n')[1]).toBe(
    'M1,Lotus Home,CNY,2026-11-01,2026-11-30,200.00,500.00,320.00,380.00,0.00,380.00,0.00,0.00,0.00,0.00,1000.00',
  );
});
