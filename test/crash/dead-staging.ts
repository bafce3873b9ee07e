/** What a run leaves that dies just before it commits. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHere, runJob, type Ended, type Extra, type Job } from './child.js';
import type { Call, HookSettings } from './hook.js';

/** Puts a dead run's staging folder into the job's output: runs to come have it to remove. */
export async function deadStagingIn(job: Job): Promise<void> {
  const { wasKilled } = await runJob(job, { hook: { CRASH_AT_CALL: '^rename ' } });
  if (!wasKilled) throw new Error('the first run did not die before it committed');
}

/** The calls that the job makes, in a copy of its output. */
export async function callsIn(job: Job, program: HookSettings = {}): Promise<Call[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-crash-trace-'));
  const [output, trace] = [join(folder, 'output'), join(folder, 'trace')];
  try {
    cpSync(job.output, output, { recursive: true, verbatimSymlinks: true });
    await mustSucceed({ ...job, output }, { hook: { ...program, CRASH_TRACE: trace } });
    const lines = readFileSync(trace, 'utf8').replaceAll(output, 'output').split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Call);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A run in a process of its own. */
export async function mustSucceed(job: Job, extra: Extra = {}): Promise<Ended> {
  return succeeded(job, await runJob(job, extra));
}

/** A run in this process. */
export async function mustSucceedHere(job: Job): Promise<Ended> {
  return succeeded(job, await runHere(job));
}

function succeeded({ mode }: Job, ended: Ended): Ended {
  const { status, said } = ended;
  if (status !== 0) throw new Error(`${mode} exits ${String(status)}: ${said}`);
  return ended;
}
