import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLedger } from '../../src/run/open-ledger.js';
import { writeTwoMonths } from '../ledger/written-ledger.js';
import { PROVIDER } from '../output/pdf/documents.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const TABLES = { provider: PROVIDER, merchants: [] };
const reissued = new Set<string>();

async function codesOf(mode: 'publish' | 'preview' | 'check', output: string, tables = TABLES) {
  const { problems } = await openLedger({ mode, output, reissued }, '2026-10', tables);
  return problems.map(({ code }) => code);
}

it('needs an output folder, which a check does not', async () => {
  expect(await codesOf('publish', '/nowhere/at/all')).toEqual(['output-missing']);
  expect(await codesOf('preview', '/nowhere/at/all')).toEqual(['output-missing']);
  expect(await codesOf('check', '/nowhere/at/all')).toEqual([]);
  const linked = join(temporaryFolder(), 'link');
  symlinkSync(temporaryFolder(), linked);
  expect(await codesOf('publish', linked)).toEqual([]);
});

it('is the ledger of the period where a run publishes, and empty where it does not', async () => {
  const output = temporaryFolder();
  writeTwoMonths(output);
  const request = { output, reissued };
  const ledger = await openLedger({ mode: 'dry-run', ...request }, '2026-10', TABLES);
  expect(ledger.issued).toHaveLength(4);
  for (const mode of ['preview', 'check'] as const)
    expect(await openLedger({ mode, ...request }, '2026-10', TABLES)).toMatchObject({ issued: [] });
});

it('refuses other settings than those of the batch before', async () => {
  const output = temporaryFolder();
  writeTwoMonths(output);
  expect(await codesOf('publish', output)).toEqual([]);
  const changed = { ...TABLES, provider: { ...PROVIDER, settlementDays: 8 } };
  expect(await codesOf('publish', output, changed)).toEqual(['settings-changed']);
  expect(await codesOf('preview', output, changed)).toEqual([]);
});

it('says what stands in the place of a preview', async () => {
  const output = temporaryFolder({ '2026-10/preview/notes.txt': '' });
  expect(await codesOf('preview', output)).toEqual(['ledger-broken']);
  expect(await codesOf('publish', output)).toEqual([]);
});
