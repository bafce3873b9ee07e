/** Once a batch is there, the exit status says so, whatever becomes of what the run says of it. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runHere, runJob, verify } from './child.js';
import { FailingCalls } from './failing-calls.js';
import { writeInput } from './input.js';

const TIMEOUT_MS = 60_000;
const folder = temporaryFolder();
const input = writeInput(join(folder, 'input'), true);
let made = 0;

function newOutput(): string {
  const output = join(folder, `output-${++made}`);
  mkdirSync(output);
  return output;
}

it.each([
  [
    'goes to a reader that has gone away',
    'mkfifo "$TMPDIR/pipe"; true < "$TMPDIR/pipe" & exec > "$TMPDIR/pipe" 2>&1; wait',
  ],
  ['goes to a disk that is full', 'exec > /dev/full 2> /dev/full'],
  ['is closed', 'exec >&- 2>&-'],
])(
  'is 0 where what the run says %s',
  async (_, shell) => {
    const output = newOutput();
    const ended = await runJob({ mode: 'run', input, output }, { shell });
    expect(ended.status).toBe(0);
    expect(await verify(output)).toMatchObject({ status: 0 });
  },
  TIMEOUT_MS,
);

/** What makes a batch, or a preview, the one that readers find. */
const COMMITS = { run: '.staging-', preview: '.pointer-' } as const;

it.each(['run', 'preview'] as const)(
  '%s: is 0 where something fails after the commit, and a warning says so',
  async (mode) => {
    let commits = 0;
    await using failing = await FailingCalls.begin((calls) => {
      const { name, path } = calls.at(-1) ?? { name: '', path: '' };
      if (name === 'rename' && path.includes(COMMITS[mode])) commits += 1;
      return commits > 0 && name === 'fsync';
    });
    const { status, said } = await runHere({ mode, input, output: newOutput() });
    expect(failing.hasFailed).toBe(true);
    expect(commits).toBe(1);
    expect(said).toContain('warning output-unwritable: 1');
    expect(said).toContain('3 documents in');
    expect(status).toBe(0);
  },
  TIMEOUT_MS,
);

it('leaves nothing of a record of its batches that cannot be placed, and says so', async () => {
  const output = newOutput();
  await using failing = await FailingCalls.begin((calls) => {
    const { name, path } = calls.at(-1) ?? { name: '', path: '' };
    return name === 'rename' && path.includes('.head-');
  });
  const { status, said } = await runHere({ mode: 'run', input, output });
  expect(failing.hasFailed).toBe(true);
  expect(said).toContain('warning output-unwritable: 1');
  expect(status).toBe(0);
  expect(readdirSync(output).filter((name) => name.startsWith('.head-'))).toEqual([]);
});
