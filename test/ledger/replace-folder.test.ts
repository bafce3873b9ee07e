import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFolder } from '../../src/ledger/replace-folder.js';
import { writeSynced } from '../../src/ledger/write-synced.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const write =
  (content: string) =>
  async (folder: string): Promise<void> => {
    await writeSynced(folder, `pdf/${content}.txt`, content, null);
  };

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
  const failing = async (folder: string): Promise<void> => {
    writeFileSync(join(folder, 'half'), '');
    await Promise.reject(new Error('no room'));
  };
  await expect(replaceFolder(output, 'account', failing)).rejects.toThrow('no room');
  expect(readdirSync(output)).toEqual(['account']);
  expect(readFileSync(join(output, 'account/pdf/one.txt'), 'utf8')).toBe('one');
});
