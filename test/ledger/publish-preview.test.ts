import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isPreviewForeign, publishPreview } from '../../src/ledger/publish-preview.js';
import { Staging } from '../../src/ledger/staging.js';
import { writeSynced } from '../../src/ledger/write-synced.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function preview(period: string, text: string): Promise<void> {
  const staging = await Staging.create(period);
  const written = [await writeSynced(staging.folder, 'invoices.csv', text, 0)];
  await publishPreview(staging, written, period);
}

it('shows the newest preview under one name, and keeps no older one', async () => {
  const period = join(temporaryFolder(), '2026-11');
  await preview(period, 'monday');
  await preview(period, 'tuesday');
  expect(readFileSync(join(period, 'preview/invoices.csv'), 'utf8')).toBe('tuesday');
  expect(readdirSync(period)).toHaveLength(2);
  expect(await isPreviewForeign(period)).toBe(false);
});

it('knows what is no preview of its own', async () => {
  const period = temporaryFolder();
  expect(await isPreviewForeign(period)).toBe(false);
  symlinkSync('/somewhere', join(period, 'preview'));
  expect(await isPreviewForeign(period)).toBe(true);
});
