/** What a run could not remove is gone after the next run, be it another process or the same. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runHere, runJob, type Job } from './child.js';
import { mustSucceed } from './dead-staging.js';
import { FailingCalls } from './failing-calls.js';
import { writeInput } from './input.js';

const TIMEOUT_MS = 60_000;
const folder = temporaryFolder();
const input = writeInput(join(folder, 'input'), true);
let made = 0;

async function withPreview(): Promise<Job> {
  const output = join(folder, `output-${++made}`);
  mkdirSync(output);
  const job = { mode: 'preview', input, output } as const;
  await mustSucceed(job);
  return job;
}

function hidden({ output }: Job, kind: string): string[] {
  return readdirSync(join(output, '2026-10')).filter((name) => name.startsWith(`.${kind}-`));
}

describe('a preview that cannot remove the one before it', () => {
  it(
    'leaves it to the next process',
    async () => {
      const job = await withPreview();
      const hook = { CRASH_AT_CALL: '^rm .*/[.]trash-', CRASH_FAIL: 'EMFILE' };
      const { status, said } = await runJob(job, { hook });
      expect(said).toContain('the preview is there; what comes after it failed: EMFILE');
      expect(said).not.toContain('published;');
      expect(status).toBe(0);
      expect(hidden(job, 'trash')).toHaveLength(1);
      expect(await runJob(job)).toMatchObject({ status: 0 });
      expect(hidden(job, 'trash')).toEqual([]);
      expect(hidden(job, 'preview')).toHaveLength(1);
    },
    TIMEOUT_MS,
  );

  it('leaves it to the next run of a process that stays up', async () => {
    const job = await withPreview();
    await using failing = await FailingCalls.begin((calls) => {
      const { name, path } = calls.at(-1) ?? { name: '', path: '' };
      return name === 'rm' && path.includes('/.trash-');
    }, 'EMFILE');
    expect(await runHere(job)).toMatchObject({ status: 0 });
    expect(failing.hasFailed).toBe(true);
    expect(hidden(job, 'trash')).toHaveLength(1);
    expect(await runHere(job)).toMatchObject({ status: 0 });
    expect(hidden(job, 'trash')).toEqual([]);
  });
});
