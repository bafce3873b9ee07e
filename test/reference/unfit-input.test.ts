/** Pipes and devices have no end, and a link may lead to what nobody shall see: neither is read. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import { writeInput } from '../crash/input.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const FILES = ['provider.json', 'merchants.csv', 'sources.json', 'orders.csv', 'reference.xlsx'];
const SECRET = 'root:x:0:0';

interface Said {
  readonly status: number;
  readonly said: string;
}

async function check(input: string, words: readonly string[] = []): Promise<Said> {
  const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
  const status = await main(
    ['check', '2026-10', '--input', input, '--language', 'en', ...words],
    io,
  );
  return { status, said: io.printed('stdout') + io.printed('stderr') };
}

function inputWithout(file: string): string {
  const input = writeInput(join(temporaryFolder(), 'input'), true);
  rmSync(join(input, file), { force: true });
  return input;
}

it.each(FILES)('%s is a pipe', async (file) => {
  const input = inputWithout(file);
  expect(spawnSync('mkfifo', [join(input, file)]).status).toBe(0);
  const { status, said } = await check(input);
  expect(said).toContain(`${file}: a pipe or a device stands in the place of the file`);
  expect(status).toBe(1);
});

it('a part of a table in a folder is a pipe', async () => {
  const input = inputWithout('orders.csv');
  mkdirSync(join(input, 'orders'));
  expect(spawnSync('mkfifo', [join(input, 'orders/1.csv')]).status).toBe(0);
  const { status, said } = await check(input);
  expect(said).toContain('orders/1.csv: a pipe or a device');
  expect(status).toBe(1);
});

it.each(FILES)('%s is a link that leads out of the input folder', async (file) => {
  const input = inputWithout(file);
  const secret = join(input, '../secret');
  writeFileSync(secret, `${SECRET}\n${SECRET}\n`);
  symlinkSync(secret, join(input, file));
  for (const words of [[], ['--json']]) {
    const { status, said } = await check(input, words);
    expect(said).toContain('a link that leads out of the input folder');
    expect(said).not.toContain('root');
    expect(status).toBe(1);
  }
});

it('a table’s folder is a link that leads out of the input folder', async () => {
  const input = inputWithout('orders.csv');
  const elsewhere = join(input, '../elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, '1.csv'), `${SECRET}\n`);
  symlinkSync(elsewhere, join(input, 'orders'));
  const { status, said } = await check(input);
  expect(said).toContain('orders/1.csv: the file is a link that leads out of the input folder');
  expect(said).not.toContain('root');
  expect(status).toBe(1);
});

it('reads a link within the input folder, and an input folder that is itself a link', async () => {
  const input = inputWithout('sources.json');
  mkdirSync(join(input, 'october'));
  renameSync(join(input, 'merchants.csv'), join(input, 'october/all.csv'));
  symlinkSync('october/all.csv', join(input, 'merchants.csv'));
  const linked = join(input, '../linked');
  symlinkSync(input, linked);
  const { said } = await check(linked);
  expect(said).not.toContain('file-unreadable');
  expect(said).not.toContain('file-missing');
});

it('a device that an export is to be guessed from', async () => {
  const io = captured({});
  const input = temporaryFolder();
  const words = ['init', '--input', input, '--from-export', '/dev/zero', '--language', 'en'];
  expect(await main(words, io)).toBe(1);
  expect(io.printed('stderr')).toContain('/dev/zero: a pipe or a device');
});
