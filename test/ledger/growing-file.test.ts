import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GrowingFile } from '../../src/ledger/growing-file.js';
import { sha256 } from '../../src/ledger/sha256.js';
import { writeSynced } from '../../src/ledger/write-synced.js';
import { temporaryFolder } from '../support/temporary-folder.js';

it('records what it has written, piece by piece', async () => {
  const folder = temporaryFolder();
  const file = await GrowingFile.create(folder, 'finance/xero.csv');
  await file.append('a,b\r\n', 0);
  await file.append('1,二\r\n', 1);
  const record = await file.finish();
  const text = 'a,b\r\n1,二\r\n';
  expect(record).toEqual({ file: 'finance/xero.csv', sha256: sha256(text), rows: 1, bytes: 12 });
  expect(readFileSync(join(folder, 'finance/xero.csv'), 'utf8')).toBe(text);
});

it('closes twice without harm, and overwrites nothing', async () => {
  const folder = temporaryFolder();
  const file = await GrowingFile.create(folder, 'a.csv');
  await file.finish();
  await file.abandon();
  await expect(GrowingFile.create(folder, 'a.csv')).rejects.toThrow('EEXIST');
  await expect(writeSynced(folder, 'a.csv', 'other', null)).rejects.toThrow('EEXIST');
});

it('hashes as the world does', () => {
  // FIPS 180-2, B.1
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
