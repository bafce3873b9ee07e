import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLedger } from '../../src/ledger/read-ledger.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { editManifest, writeTwoMonths } from './written-ledger.js';

const numbersOf = (some: readonly { readonly number: string }[]): string[] =>
  some.map(({ number }) => number);

it('is empty before the first batch', async () => {
  const ledger = await readLedger(temporaryFolder(), '2026-10');
  expect(ledger).toMatchObject({ batches: [], issued: [], standing: [], last: null, problems: [] });
});

it('has what was issued in order, and what of it stands', async () => {
  const output = temporaryFolder();
  const [, , last] = writeTwoMonths(output);
  const ledger = await readLedger(output, '2026-10');
  expect(ledger.problems).toEqual([]);
  expect(ledger.batches).toHaveLength(2);
  expect(numbersOf(ledger.issued)).toEqual([
    'YD-202610-000001',
    'YD-202610-000002',
    'YD-202610-000003',
    'YD-202610-000004',
  ]);
  // 3 cancels 1, and 4 replaces it.
  expect(numbersOf(ledger.standing)).toEqual(['YD-202610-000002', 'YD-202610-000004']);
  expect(ledger.last).toMatchObject({ period: '2026-10', sequence: 2, hash: last });
});

it('follows the last batch of the month before where a period is new', async () => {
  const output = temporaryFolder();
  const [, , last] = writeTwoMonths(output);
  const ledger = await readLedger(output, '2026-11');
  expect(ledger).toMatchObject({ batches: [], issued: [], last: { hash: last } });
  // Nothing of October is before September.
  const september = await readLedger(output, '2026-08');
  expect(september.last).toBeNull();
});

it('says which batch is gone, or does not follow the one before it', async () => {
  const output = temporaryFolder();
  writeTwoMonths(output);
  editManifest(output, '2026-10/batch-002', { previous: 'another' });
  expect((await readLedger(output, '2026-10')).problems).toMatchObject([
    { code: 'ledger-broken', file: '2026-10/batch-002' },
  ]);
  rmSync(join(output, '2026-10/batch-001'), { recursive: true });
  expect((await readLedger(output, '2026-10')).problems).toMatchObject([
    { code: 'ledger-broken', file: '2026-10/batch-002' },
  ]);
});

it('says which batch cannot be read', async () => {
  const output = temporaryFolder();
  writeTwoMonths(output);
  writeFileSync(join(output, '2026-10/batch-002/manifest.json'), '{');
  const { problems, issued } = await readLedger(output, '2026-10');
  expect(problems).toMatchObject([{ code: 'ledger-broken', file: '2026-10/batch-002' }]);
  expect(issued).toHaveLength(2);
});
