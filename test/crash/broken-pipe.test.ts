/** Once a batch is there, the exit status says so, whatever becomes of what the run says of it. */
import { mkdirSync } from 'node:fs';
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

it.each(['run', 'preview'] as const)(
  '%s: is 0 where something fails after the commit, and a warning says so',
  async (mode) => {
    // a first run reads fonts, which later ones have
    expect(await runHere({ mode, input, output: newOutput() })).toMatchObject({ status: 0 });
    const counted = await FailingCalls.begin();
    expect(await runHere({ mode, input, output: newOutput() })).toMatchObject({ status: 0 });
    await counted[Symbol.asyncDispose]();
    const commit = counted.seen.findLastIndex(
      ({ name, path }) =>
        name === 'rename' && path.includes(mode === 'run' ? '.staging-' : '.pointer-'),
    );
    const sync = counted.seen.findIndex(({ name }, at) => at > commit && name === 'fsync');
    const output = newOutput();
    await using failing = await FailingCalls.begin(sync + 1, 'EIO');
    const { status, said } = await runHere({ mode, input, output });
    expect(failing.seen.length).toBeGreaterThan(sync);
    expect(said).toContain('warning output-unwritable: 1');
    expect(said).toContain('3 documents in');
    expect(status).toBe(0);
  },
  TIMEOUT_MS,
);
