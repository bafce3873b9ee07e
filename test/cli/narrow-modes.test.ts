/** Whatever a command makes is no wider than its output folder, nor than the umask says. */
import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

const INPUT = join(import.meta.dirname, '../../fixtures/problems/base');
const SYSTEM = 0o022;

let umask: number;

beforeEach(() => {
  umask = process.umask(SYSTEM);
});

afterEach(() => {
  process.umask(umask);
});

/** The modes of files and of folders below one, each once. */
function modesIn(folder: string): { files: string[]; folders: string[] } {
  const modes = { files: new Set<string>(), folders: new Set<string>() };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const found = lstatSync(join(folder, name));
    if (found.isSymbolicLink()) continue;
    modes[found.isDirectory() ? 'folders' : 'files'].add((found.mode & 0o777).toString(8));
  }
  return { files: [...modes.files].sort(), folders: [...modes.folders].sort() };
}

it.each([
  // The umask 022 leaves 644 and 755, and the folder takes away what it has not itself.
  [0o755, { files: ['644'], folders: ['755'] }],
  [0o777, { files: ['644'], folders: ['755'] }],
  [0o750, { files: ['640'], folders: ['750'] }],
  [0o700, { files: ['600'], folders: ['700'] }],
])('an output folder of mode %o', async (mode, expected) => {
  const input = temporaryCopy(INPUT);
  const output = join(temporaryFolder(), 'output');
  mkdirSync(output);
  chmodSync(output, mode);
  for (const words of [
    ['run', '2026-10'],
    ['preview', '2026-10'],
    ['account'],
    ['compare', '2026-10'],
  ]) {
    const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
    expect(await main([...words, '--input', input, '--output', output], io)).toBe(0);
  }
  expect(modesIn(output)).toEqual(expected);
  expect(process.umask(SYSTEM)).toBe(SYSTEM);
});
