/** No path means anything but itself, whatever the engine makes of such names elsewhere. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { formatAmount } from '../../../src/money/amount.js';
import { bill } from '../../run/run-demo.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const BASE = join(import.meta.dirname, '../../../fixtures/problems/base');
const here = cwd();

afterEach(() => {
  chdir(here);
});

/** Bills the base of the problems' fixtures where it lies; 57.69 of base and 1.60 of commission, with 6 % tax. */
async function billedFrom(input: string): Promise<string[]> {
  const { documents } = await bill(input, temporaryFolder());
  return documents.map(
    ({ total, currency }) => `${formatAmount(total, currency)} ${currency.code}`,
  );
}

it.each([
  'currency=USD',
  'merchant_id=M9',
  'agent_id=',
  '~',
  '~root',
  '*',
  '[ab]',
  'a?b',
  '{a,b}',
  's3:',
  'http:',
  'file:',
  ':memory:',
  'a;b',
  "it's",
  'a\\b',
  'a%20b',
  '$HOME',
])('bills what lies in a folder called %s', async (name) => {
  const parent = temporaryFolder();
  const input = join(parent, name);
  cpSync(BASE, input, { recursive: true });
  // what a glob could find besides, or another reading of the name
  mkdirSync(join(parent, 'aXb'));
  writeFileSync(join(parent, 'aXb', 'orders.csv'), 'order_id\nother\n');
  chdir(parent);
  for (const path of [input, name, `./${name}`])
    expect(await billedFrom(path)).toEqual(['62.85 CNY']);
});

it('takes a file for packed by what it holds, not by its name', async () => {
  const input = temporaryFolder();
  cpSync(BASE, input, { recursive: true });
  const orders = join(input, 'exports.gz=1');
  mkdirSync(orders);
  const text =
    'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\nO1,M1,S1,2026-10-02T10:00,100.00,CNY,A\n';
  writeFileSync(join(input, 'orders.csv'), gzipSync(text));
  expect(await billedFrom(input)).toEqual(['62.85 CNY']);
});
