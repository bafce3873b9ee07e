import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFolder } from '../../src/ledger/replace-folder.js';
import { StagingChanged } from '../../src/ledger/staging-changed.js';
import { writeSynced, type WrittenFile } from '../../src/ledger/write-synced.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const write =
  (content: string) =>
  async (folder: string): Promise<WrittenFile[]> => [
    await writeSynced(folder, `pdf/${content}.txt`, content, null),
  ];

it('takes the place of what was there, whole, and leaves nothing beside', async () => {
  const output = temporaryFolder();
  mkdirSync(join(output, '2026-10'));
  await replaceFolder(output, 'account', write('one'));
  await replaceFolder(output, 'account', write('two'));
  expect(readdirSync(output)).toEqual(['2026-10', 'account']);
  expect(readdirSync(join(output, 'account/pdf'))).toEqual(['two.txt']);
});

it('leaves the old one where the new one cannot be written', async () => {
  const output = temporaryFolder();
  await replaceFolder(output, 'account', write('one'));
  const failing = (folder: string): Promise<WrittenFile[]> => {
    writeFileSync(join(folder, 'half'), '');
    return Promise.reject(new Error('no room'));
  };
  await expect(replaceFolder(output, 'account', failing)).rejects.toThrow('no room');
  expect(readdirSync(output)).toEqual(['account']);
  expect(readFileSync(join(output, 'account/pdf/one.txt'), 'utf8')).toBe('one');
});

it('leaves the old one where somebody changes the new one before it takes its place', async () => {
  const output = temporaryFolder();
  await replaceFolder(output, 'account', write('one'));
  const changed = async (folder: string): Promise<WrittenFile[]> => {
    const written = await write('two')(folder);
    writeFileSync(join(folder, 'half'), '');
    return written;
  };
  await expect(replaceFolder(output, 'account', changed)).rejects.toThrow(StagingChanged);
  expect(readdirSync(output)).toEqual(['account']);
  expect(readdirSync(join(output, 'account/pdf'))).toEqual(['one.txt']);
});
