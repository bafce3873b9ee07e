/** `init` writes every table as it is read, and overwrites nothing. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeStartingFolder } from '../../src/cli/init.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

const FILES = [
  'adjustments.csv',
  'attributions.csv',
  'calendar.csv',
  'charges.csv',
  'consultations.csv',
  'contract-surcharges.csv',
  'contract-tiers.csv',
  'contracts.csv',
  'event-days.csv',
  'exchange-rates.csv',
  'kpi-bands.csv',
  'kpi-indicators.csv',
  'kpi-scores.csv',
  'kpi-values.csv',
  'merchants.csv',
  'orders.csv',
  'provider.json',
  'receipts.csv',
  'refunds.csv',
  'shifts.csv',
];

it('check then asks for the name of the provider, and finds nothing else wrong', async () => {
  const folder = temporaryFolder();
  const [input, output] = [join(folder, 'new/input'), join(folder, 'output')];
  mkdirSync(output);
  expect(await writeStartingFolder(input, captured())).toBe(0);
  expect(readdirSync(input)).toEqual(FILES);
  const { problems } = await bill(input, output, { mode: 'check' });
  expect(problems.map(({ severity, code, column }) => [severity, code, column])).toEqual([
    ['error', 'provider-malformed', 'name'],
  ]);
});

it('a column per table that people know: the contract of a shift, the agent of an order', async () => {
  const input = temporaryFolder();
  await writeStartingFolder(input, captured());
  const header = (file: string): string => readFileSync(join(input, file), 'utf8');
  expect(header('exchange-rates.csv')).toBe('period,from_currency,to_currency,rate\n');
  expect(header('shifts.csv')).toBe(
    'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status,contract_id\n',
  );
  expect(header('orders.csv')).toBe(
    'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n',
  );
});

it('keeps what is there', async () => {
  const input = temporaryFolder();
  writeFileSync(join(input, 'merchants.csv'), 'mine');
  const io = captured();
  expect(await writeStartingFolder(input, io)).toBe(0);
  expect(readFileSync(join(input, 'merchants.csv'), 'utf8')).toBe('mine');
  expect(io.printed('stdout')).toContain(`kept ${join(input, 'merchants.csv')}`);
});
