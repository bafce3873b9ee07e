/** How far the facts of a period reach is kept with its batch. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Manifest } from '../../../src/ledger/manifest.js';
import { billSmall } from '../small-input.js';

it('counts the rows of the period, whoever is billed for them, and none twice', async () => {
  const orders = [
    'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
    'O1,M1,S1,2026-10-02T10:00,100.00,CNY,A',
    'O1,M1,S1,2026-10-02T10:00,100.00,CNY,A',
    'O2,M1,S1,2026-10-31T23:59,100.00,CNY,',
    'O3,M1,S1,2026-11-01T00:00,100.00,CNY,A',
    'O4,M9,S1,2026-10-01T10:00,100.00,CNY,A',
  ].join('\n');
  const facts = await billSmall({ 'orders.csv': `${orders}\n` }, (_, output) => {
    const path = join(output, '2026-10/batch-001/manifest.json');
    return (JSON.parse(readFileSync(path, 'utf8')) as Manifest).facts;
  });
  expect(facts).toEqual([
    { table: 'shifts', rows: 1, first: '2026-10-01', last: '2026-10-01' },
    { table: 'consultations', rows: 0, first: null, last: null },
    { table: 'orders', rows: 2, first: '2026-10-02', last: '2026-10-31' },
    { table: 'refunds', rows: 1, first: '2026-10-03', last: '2026-10-03' },
  ]);
});
