import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishBatch } from '../../src/ledger/publish-batch.js';
import { createStaging, removeStaging } from '../../src/ledger/staging.js';
import { writeSynced } from '../../src/ledger/write-synced.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function staged(period: string, text: string): Promise<string> {
  const staging = await createStaging(period);
  await writeSynced(staging, 'pdf/one.pdf', text, null);
  return staging;
}

it('publishes by one rename, and leaves nothing beside', async () => {
  const period = join(temporaryFolder(), '2026-10');
  const staging = await staged(period, 'first');
  expect(await publishBatch(staging, period, 1)).toBe(true);
  expect(readdirSync(period)).toEqual(['batch-001']);
  expect(readFileSync(join(period, 'batch-001/pdf/one.pdf'), 'utf8')).toBe('first');
});

it('lets the second of two runs lose, and keeps what the first published', async () => {
  const period = join(temporaryFolder(), '2026-10');
  const [first, second] = [await staged(period, 'first'), await staged(period, 'second')];
  expect(await publishBatch(first, period, 1)).toBe(true);
  expect(await publishBatch(second, period, 1)).toBe(false);
  expect(readFileSync(join(period, 'batch-001/pdf/one.pdf'), 'utf8')).toBe('first');
  await removeStaging(second);
  expect(readdirSync(period)).toEqual(['batch-001']);
});

it('does not write through a file or a link where a batch belongs', async () => {
  const period = temporaryFolder({ 'batch-001': 'mine' });
  const staging = await staged(period, 'first');
  expect(await publishBatch(staging, period, 1)).toBe(false);
  expect(existsSync(staging)).toBe(true);
});

it('stages in no folder that is a link', async () => {
  const output = temporaryFolder({ 'elsewhere/file': '' });
  symlinkSync(join(output, 'elsewhere'), join(output, '2026-10'));
  await expect(createStaging(join(output, '2026-10'))).rejects.toThrow('broken promise');
  expect(readdirSync(join(output, 'elsewhere'))).toEqual(['file']);
});
