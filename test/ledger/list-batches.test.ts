import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  lastPublishedPeriod,
  listBatches,
  listPeriods,
  listPlaces,
} from '../../src/ledger/list-batches.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const FILES = {
  '2026-10/batch-002/manifest.json': '',
  '2026-10/batch-001/manifest.json': '',
  '2026-09/batch-1000/manifest.json': '',
  '2026-09/batch-999/manifest.json': '',
  '2026-11/preview/manifest.json': '',
  '2026-12': 'a file',
  'comparison/comparison.csv': '',
  '2026-10/batch-003': 'a file',
};

it('lists periods and batches in order, and what is neither is none', async () => {
  const output = temporaryFolder(FILES);
  symlinkSync('batch-001', join(output, '2026-10/batch-004'));
  expect(await listPeriods(output)).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(await listBatches(output, '2026-09')).toEqual([999, 1000]);
  expect(await listBatches(output, '2026-10')).toEqual([1, 2]);
  expect(await listPlaces(output)).toEqual([
    '2026-09/batch-999',
    '2026-09/batch-1000',
    '2026-10/batch-001',
    '2026-10/batch-002',
  ]);
});

it('knows the latest period with a batch: a preview is none', async () => {
  expect(await lastPublishedPeriod(temporaryFolder(FILES))).toBe('2026-10');
  expect(await lastPublishedPeriod(temporaryFolder())).toBeNull();
  expect(await lastPublishedPeriod('/nowhere/at/all')).toBeNull();
});
