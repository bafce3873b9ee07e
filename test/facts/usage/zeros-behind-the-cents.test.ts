/** Zeros behind the digits of a currency are no digits: nothing has to be rounded. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { Database, quoted } from '../../../src/facts/database.js';
import { formatAmount } from '../../../src/money/amount.js';
import type { RunResult } from '../../../src/run/run-result.js';
import { bill } from '../../run/run-demo.js';
import { besideFewRows } from '../../support/of-few-rows.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const ORDERS = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';

function month(currency: string, orders: readonly string[], refund = ''): string {
  const rows = orders.map(
    (amount, at) => `O${at},M1,S1,2026-10-02T12:00,${amount},${currency},A\n`,
  );
  return temporaryFolder({
    'provider.json':
      '{ "name": "P", "tax_id": "1", "address": "A", "bank_name": "B", "bank_account": "2" }',
    'merchants.csv': 'merchant_id,name\nM1,Lotus Home\n',
    'contracts.csv': `contract_id,merchant_id,plan,starts_on,currency,rate,commission_rate,tax_rate,tax_included,payment_terms\nC1,M1,base_commission,2026-01-01,${currency},2600,0.10,0,false,net 30\n`,
    'shifts.csv': 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\n',
    'orders.csv': ORDERS + rows.join(''),
    'refunds.csv': `refund_id,order_id,refunded_at,amount\n${refund === '' ? '' : `R1,O0,2026-10-05T12:00,${refund}\n`}`,
  });
}

function outcome({ documents, problems }: RunResult): string[] {
  return [
    ...documents.map(({ total, currency }) => formatAmount(total, currency)),
    ...new Set(besideFewRows(problems).map(({ code }) => code)),
  ];
}

it.each([
  // (100.00 + 19.90) × 0.10
  ['CNY', ['100.0000', '19.9000'], '', ['11.99']],
  ['JPY', ['1000.00'], '', ['100']],
  ['JPY', ['1000.0'], '', ['100']],
  // (100.00 − 50.50) × 0.10
  ['CNY', ['100'], '50.500000', ['4.95']],
  ['KWD', ['1.23000'], '', ['0.123']],
  // A digit that is one is too many.
  ['CNY', ['100.0010'], '', ['money-too-precise']],
  ['JPY', ['1000.10'], '', ['money-too-precise']],
  ['CNY', ['100.00'], '50.0010', ['money-too-precise']],
])('%s %j, refunded %j: %j', async (currency, orders, refund, expected) => {
  const input = month(currency, orders, refund);
  expect(outcome(await bill(input, temporaryFolder()))).toEqual(expected);
});

it.each([
  // 100.00 × 0.10 − 1.50
  ['-1.5000', ['8.50']],
  ['-1.5001', ['money-too-precise']],
])('an adjustment of %s: %j', async (amount, expected) => {
  const input = month('CNY', ['100']);
  const rows = `adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by\nJ1,2026-10,M1,C1,CNY,${amount},late start,Lin\n`;
  writeFileSync(join(input, 'adjustments.csv'), rows);
  expect(outcome(await bill(input, temporaryFolder()))).toEqual(expected);
});

it.each(['DECIMAL(18,4)', 'DECIMAL(38,18)', 'DOUBLE'])('Parquet of type %s', async (type) => {
  const input = month('CNY', []);
  rmSync(join(input, 'orders.csv'));
  const database = await Database.open(tmpdir());
  await database.run(`COPY (SELECT 'O1' AS order_id, 'M1' AS merchant_id, 'S1' AS store_id,
      '2026-10-02T12:00' AS paid_at, 119.9::${type} AS amount, 'CNY' AS currency, 'A' AS agent_id)
    TO ${quoted(join(input, 'orders.parquet'))} (FORMAT parquet)`);
  database.close();
  expect(outcome(await bill(input, temporaryFolder()))).toEqual(['11.99']);
});
