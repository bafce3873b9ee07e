/** What became of every row of the reference tables, through the whole program. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReference } from '../../src/reference/read-reference.js';
import { BilledRows } from '../../src/run/billed-rows.js';
import { accountForReference } from '../../src/run/account-for-reference.js';
import type { RunRequest } from '../../src/run/run-request.js';
import { span } from '../pricing/builders.js';
import { bill } from './run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/**
 * October. M1 is billed; M2's agent has no score, which blocks it; M3 has a contract and no work, M4
 * one that has ended, M5 none.
 */
const MONTH: Readonly<Record<string, string>> = {
  'provider.json': JSON.stringify({
    name: 'Qinghe',
    tax_id: '9133',
    address: '18 Wensan Road',
    bank_name: 'Demo Bank',
    bank_account: '6222',
  }),
  'merchants.csv': `merchant_id,name
M1,Lotus Home
M2,Maple Kids
M3,Pine Tea
M4,Plum Books
M5,Fern Toys
`,
  'contracts.csv': `contract_id,merchant_id,plan,starts_on,ends_on,currency,rate,appraisal_share,commission_rate,tax_rate,tax_included,payment_terms
C1,M1,base_commission,2026-10-01,,CNY,1500,,,0.06,false,net 30
C2,M2,fixed_salary,2026-10-01,,CNY,5200,0.15,,0.06,false,net 30
C3,M3,event_hosting,2026-10-01,,CNY,200,,,0.06,false,net 30
C4,M4,consultation_ladder,2026-01-01,2026-09-30,CNY,,,,0.06,false,net 30
C5,M1,event_hosting,2026-10-01,,CNY,200,,,0.06,false,net 30
C6,M1,fixed_salary,2026-10-01,,CNY,5200,0.15,,0.06,false,net 30
`,
  'contract-tiers.csv': `contract_id,scale,mode,up_to,price
C1,net_sales,volume,,0.02
C4,daily_consultations,,,60
`,
  'event-days.csv': `merchant_id,store_id,date,event
M1,,2026-10-10,Festival
M1,,2026-11-11,Double 11
M2,,2026-10-10,Festival
M5,,2026-10-10,Festival
M9,,2026-10-10,Festival
`,
  'kpi-scores.csv': `period,contract_id,agent_id,score
2026-10,C6,A,1.1
2026-10,C6,Z,1
2026-10,C1,A,1
2026-10,C4,A,1
2026-10,C9,A,1
2026-09,C6,A,1
2026-10,C2,X,1
`,
  'adjustments.csv': `adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by
J1,2026-10,M1,,CNY,-100.00,goodwill,Lin
J2,2026-10,M1,C1,CNY,30.50,freight,Lin
J3,2026-09,M1,,CNY,10.00,freight,Lin
J4,2026-10,M2,,CNY,7.00,freight,Lin
J5,2026-10,M3,,CNY,abc,freight,Lin
`,
  'exchange-rates.csv': `period,from_currency,to_currency,rate
2026-10,USD,CNY,7.1
2026-10,EUR,CNY,7.7
2026-09,USD,CNY,7.2
`,
  'shifts.csv': `shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status,contract_id
S1,M1,,A,pre_sales,day,2026-10-01T09:00,2026-10-01T17:00,worked,C1
S2,M1,,A,pre_sales,day,2026-10-02T09:00,2026-10-02T17:00,worked,C6
S3,M2,,B,pre_sales,day,2026-10-01T09:00,2026-10-01T17:00,worked,
`,
  'orders.csv': `order_id,merchant_id,store_id,paid_at,amount,currency,agent_id
O1,M1,,2026-10-02T10:00,100.00,USD,A
`,
  'refunds.csv': 'refund_id,order_id,refunded_at,amount\n',
};

/** The rows of a table as `outcome rows amount`, after a run over the month with some other files. */
async function accounted(
  files: Readonly<Record<string, string>> = {},
  options: Partial<RunRequest> = {},
): Promise<(table: string) => string[]> {
  const folder = temporaryFolder();
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  for (const made of [input, output]) mkdirSync(made);
  for (const [name, content] of Object.entries({ ...MONTH, ...files }))
    writeFileSync(join(input, name), content);
  const { status, problems } = await bill(input, output, options);
  expect([status, status === 'published' ? [] : problems]).toEqual(['published', []]);
  const lines = readFileSync(join(output, '2026-10/batch-001/row-accounting.csv'), 'utf8');
  const rows = lines.split('\r\n').map((line) => line.split(','));
  return (table) =>
    rows
      .filter((row) => row[1] === table)
      .map(([, , outcome, count, currency, amount]) =>
        [outcome, count, currency, amount].join(' ').trim(),
      );
}

it('says of every row what it came to', async () => {
  const rowsOf = await accounted();
  // M2 lacks a score; the amount of J5 cannot be read, which blocks M3.
  expect(rowsOf('merchants')).toEqual(['billed 1', 'blocked_merchant 2', 'without_contract 2']);
  // S1 and S2 of M1, S3 of M2.
  expect(rowsOf('shifts')).toEqual(['billed 2', 'blocked_merchant 1']);
  // C1, C5 and C6 of M1; C2 of M2 and C3 of M3; C4.
  expect(rowsOf('contracts')).toEqual(['billed 3', 'blocked_merchant 2', 'not_in_force 1']);
  expect(rowsOf('contract-tiers')).toEqual(['billed 1', 'not_in_force 1']);
  expect(rowsOf('event-days')).toEqual([
    'billed 1',
    'blocked_merchant 1',
    'other_period 1',
    'unknown_merchant 1',
    'without_contract 1',
  ]);
  // Z worked no shift, and C1 has no appraisal.
  expect(rowsOf('kpi-scores')).toEqual([
    'billed 1',
    'blocked_merchant 1',
    'not_in_force 1',
    'not_used_by_plan 2',
    'other_period 1',
    'unknown_contract 1',
  ]);
  // −100.00 + 30.50
  expect(rowsOf('adjustments')).toEqual([
    'billed 2 CNY -69.50',
    'blocked_merchant 1 CNY 7.00',
    'other_period 1 CNY 10.00',
    'rejected 1',
  ]);
  expect(rowsOf('exchange-rates')).toEqual(['billed 1', 'not_used 1', 'other_period 1']);
});

it('tells a contract in force that comes to nothing from one that is not', async () => {
  const [header = ''] = (MONTH['adjustments.csv'] ?? '').split('\n');
  const rowsOf = await accounted({ 'adjustments.csv': `${header}\n` });
  expect(rowsOf('adjustments')).toEqual([]);
  expect(rowsOf('merchants')).toContain('nothing_billed 1');
  expect(rowsOf('contracts')).toContain('nothing_billed 1');
});

it('counts rows that a run was told to go on without as rejected', async () => {
  const adjustments = `${MONTH['adjustments.csv']?.replace('abc', '5.00') ?? ''}J6,2026-10,M1\n`;
  const rates = `${MONTH['exchange-rates.csv'] ?? ''}2026-10,USD,CNY,7.3\n`;
  const rowsOf = await accounted(
    { 'adjustments.csv': adjustments, 'exchange-rates.csv': rates },
    { acceptRejected: 2 },
  );
  // J1, J2 and J5: −100.00 + 30.50 + 5.00
  expect(rowsOf('adjustments')).toContain('billed 3 CNY -64.50');
  expect(rowsOf('adjustments')).toContain('rejected 1');
  expect(rowsOf('exchange-rates')).toEqual([
    'billed 1',
    'not_used 1',
    'other_period 1',
    'rejected 1',
  ]);
});

it('refuses a sum that does not close', async () => {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(MONTH)) writeFileSync(join(folder, name), content);
  const { reads, problems } = await readReference(folder);
  const run = { span: span('2026-10'), problems, billed: new BilledRows() };
  const rates = { ...reads.rates, rows: reads.rates.rows.slice(1) };
  const forgetful = { ...reads, adjustments: { ...reads.adjustments, rows: [] }, rates };
  expect(() => accountForReference(forgetful, run)).toThrow(
    'the 5 rows of adjustments.csv are all accounted for',
  );
});
