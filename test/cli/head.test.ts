/** `head` looks at the batches that are there, says what HEAD knew of them, and makes it anew. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { mustSucceedHere } from '../crash/dead-staging.js';
import { writeInput } from '../crash/input.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function say(words: readonly string[]): Promise<Said> {
  const io = captured();
  const status = await main([...words, '--language', 'en'], io);
  return { status, stdout: io.printed('stdout'), stderr: io.printed('stderr') };
}

/** A month that was published and revised. */
async function ledgerOfTwo(): Promise<string> {
  const folder = temporaryFolder();
  const output = join(folder, 'output');
  mkdirSync(output);
  for (const isCorrected of [false, true]) {
    const input = writeInput(join(folder, `input-${String(isCorrected)}`), isCorrected);
    await mustSucceedHere({ mode: 'run', input, output });
  }
  return output;
}

it('makes anew what was lost, and the ledger is whole', async () => {
  const output = await ledgerOfTwo();
  const before = readFileSync(join(output, 'HEAD'), 'utf8');
  rmSync(join(output, 'HEAD'));
  expect(await say(['verify', '--output', output])).toMatchObject({ status: 1 });
  const { tip } = JSON.parse(before) as { tip: string };
  const made = await say(['head', '--output', output]);
  expect(made.stdout).toBe(`2 batches of 1 period; head of the ledger: ${tip}\n`);
  expect(made.stderr).toContain('the ledger has lost its HEAD');
  expect(made.status).toBe(0);
  expect(readFileSync(join(output, 'HEAD'), 'utf8')).toBe(before);
  expect(await say(['verify', '--output', output, '--head', tip])).toMatchObject({ status: 0 });
});

it('says that the newest batch is gone, and forgets it once it was asked to', async () => {
  const output = await ledgerOfTwo();
  rmSync(join(output, '2026-10/batch-002'), { recursive: true });
  const made = await say(['head', '--output', output]);
  expect(made.stderr).toContain(
    '2026-10/batch-002: the published batch that HEAD names is not there',
  );
  expect(made.stdout).toMatch(/^1 batch of 1 period; head of the ledger: [0-9a-f]{64}\n$/);
  expect(made.status).toBe(0);
  expect(await say(['verify', '--output', output])).toMatchObject({ status: 0 });
});

it('makes none of a chain that is broken', async () => {
  const output = await ledgerOfTwo();
  const before = readFileSync(join(output, 'HEAD'), 'utf8');
  renameSync(join(output, '2026-10/batch-001'), join(output, '2026-10/batch-003'));
  const made = await say(['head', '--output', output]);
  expect(made.stdout).toBe('2 batches of 1 period: no head is made\n');
  expect(made.stderr).toContain('ledger-broken');
  expect(made.status).toBe(1);
  expect(readFileSync(join(output, 'HEAD'), 'utf8')).toBe(before);
});

it('makes none where nothing is published', async () => {
  const output = temporaryFolder();
  expect(await say(['head', '--output', output])).toEqual({
    status: 1,
    stdout: '0 batches of 0 periods: no head is made\n',
    stderr: '',
  });
  expect(existsSync(join(output, 'HEAD'))).toBe(false);
});

it('takes the place of one that cannot be read', async () => {
  const output = await ledgerOfTwo();
  const before = readFileSync(join(output, 'HEAD'), 'utf8');
  writeFileSync(join(output, 'HEAD'), '{ "ledger": ');
  const made = await say(['head', '--output', output]);
  expect(made.stderr).toContain(
    'HEAD, which tells whether the newest batches are there, cannot be read',
  );
  expect(made.status).toBe(0);
  expect(readFileSync(join(output, 'HEAD'), 'utf8')).toBe(before);
});
