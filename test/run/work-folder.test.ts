import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { processSpace } from '../../src/ledger/hidden-name.js';
import { WorkFolder } from '../../src/run/work-folder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const before = process.env['TMPDIR'];
let temporary = '';

beforeEach(() => {
  temporary = temporaryFolder();
  process.env['TMPDIR'] = temporary;
});

afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
});

it('is nobody else’s, and gone with all that is in it', async () => {
  let path = '';
  {
    await using folder = await WorkFolder.create();
    ({ path } = folder);
    writeFileSync(join(path, 'spill'), '');
    expect(statSync(path).mode & 0o777).toBe(0o700);
  }
  expect(path).not.toBe('');
  expect(existsSync(path)).toBe(false);
});

it('is gone too where the work fails', async () => {
  const work = async (): Promise<void> => {
    await using folder = await WorkFolder.create();
    writeFileSync(join(folder.path, 'spill'), '');
    throw new Error('failed');
  };
  await expect(work()).rejects.toThrow('failed');
  expect(readdirSync(temporary)).toEqual([]);
});

it('takes away what a dead run left', async () => {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const dead = `.work-${await processSpace()}~${ended}~17~0123abcd`;
  process.env['TMPDIR'] = temporaryFolder({ [`${dead}/spill`]: '', 'other/file': '' });
  await using folder = await WorkFolder.create();
  const left = readdirSync(process.env['TMPDIR']);
  expect(left).toHaveLength(2);
  expect(left).toContain('other');
  expect(folder.path).not.toContain(dead);
});
