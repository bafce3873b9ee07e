import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foreignBatches, foreignPreview } from '../../src/ledger/foreign-entries.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const placesOf = (found: readonly { readonly file: string }[]): string[] =>
  found.map(({ file }) => file);

it('finds nothing where nothing is, or what the program made', async () => {
  const output = temporaryFolder({ '2026-10/batch-001/manifest.json': '' });
  const version = '.preview-vm~b00t~17~0123abcd';
  mkdirSync(join(output, '2026-10', version));
  symlinkSync(version, join(output, '2026-10/preview'));
  expect(await foreignBatches(output, '2026-10')).toEqual([]);
  expect(await foreignPreview(output, '2026-10')).toEqual([]);
  expect(await foreignBatches(output, '2026-11')).toEqual([]);
  expect(await foreignPreview(output, '2026-11')).toEqual([]);
});

it('finds a file or a link in the place of a batch', async () => {
  const output = temporaryFolder({ '2026-10/batch-001': '', '2026-10/batch-1': '' });
  symlinkSync('elsewhere', join(output, '2026-10/batch-002'));
  expect(placesOf(await foreignBatches(output, '2026-10')).sort()).toEqual([
    '2026-10/batch-001',
    '2026-10/batch-002',
  ]);
});

it('finds a file or a link in the place of a period', async () => {
  const output = temporaryFolder({ '2026-10': '' });
  symlinkSync('nowhere', join(output, '2026-11'));
  for (const period of ['2026-10', '2026-11']) {
    expect(placesOf(await foreignBatches(output, period))).toEqual([period]);
    expect(placesOf(await foreignPreview(output, period))).toEqual([period]);
  }
});

it('finds a folder, or a link to elsewhere, in the place of a preview', async () => {
  const output = temporaryFolder({ '2026-10/preview/notes.txt': '', '2026-11/notes.txt': '' });
  symlinkSync('/somewhere', join(output, '2026-11/preview'));
  expect(placesOf(await foreignPreview(output, '2026-10'))).toEqual(['2026-10/preview']);
  expect(placesOf(await foreignPreview(output, '2026-11'))).toEqual(['2026-11/preview']);
});
