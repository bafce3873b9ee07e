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
  'offers.csv',
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

it('a calendar with the statutory days of two years, and a word on what they are not', async () => {
  const input = temporaryFolder();
  const io = captured();
  await writeStartingFolder(input, io);
  const [header, ...rows] = readFileSync(join(input, 'calendar.csv'), 'utf8').trimEnd().split('\n');
  expect(header).toBe('date,tag');
  expect(rows.every((row) => row.endsWith(',statutory_holiday'))).toBe(true);
  const days = (year: string): string =>
    rows
      .filter((row) => row.startsWith(year))
      .map((row) => row.slice('2026-'.length, '2026-02-16'.length))
      .join(' ');
  // New Year 1, Spring Festival 4 from its eve, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3
  expect(days('2026')).toBe(
    '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03',
  );
  expect(days('2027')).toBe(
    '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
  );
  expect(io.printed('stdout')).toContain('They are not all days off');
});

it('keeps what is there', async () => {
  const input = temporaryFolder();
  writeFileSync(join(input, 'merchants.csv'), 'mine');
  const io = captured();
  expect(await writeStartingFolder(input, io)).toBe(0);
  expect(readFileSync(join(input, 'merchants.csv'), 'utf8')).toBe('mine');
  expect(io.printed('stdout')).toContain(`kept ${join(input, 'merchants.csv')}`);
});
