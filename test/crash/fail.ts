/**
 * Lets every call of the file system of a run fail once, and asks each time: is the output wholly as it
 * was, and does the run say what failed, with exit status 1; or is it wholly as a run without a fault leaves it?
 * `npx tsx test/crash/fail.ts [--codes EIO,ENOSPC,EMFILE] [--mode run|preview] [--every 1]`
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runHere, type Ended, type Job, type Mode } from './child.js';
import { mustSucceedHere } from './dead-staging.js';
import { FailingCalls, type SeenCall } from './failing-calls.js';
import { writeInput } from './input.js';
import { completeOf, differences, treeOf, visibleOf, type Tree } from './tree.js';

export interface FailReport {
  readonly calls: number;
  readonly failed: number;
  /** Runs that ended with exit status 1, and left all as it was. */
  readonly refused: number;
  /** Runs that did without what failed, or had published before it did. */
  readonly done: number;
  readonly failures: readonly string[];
}

interface Ground {
  readonly before: string;
  readonly job: Job;
  readonly oldTree: Tree;
  readonly newTree: Tree;
  readonly calls: readonly SeenCall[];
}

/** How many faults there are to one run after it that goes through. */
const FAULTS_A_RERUN = 10;

/** Fails each `every`th call, once with each code. */
export async function failTest(
  mode: Mode,
  codes: readonly string[],
  every = 1,
): Promise<FailReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-fail-'));
  const tally = { failed: 0, refused: 0, done: 0 };
  const failures: string[] = [];
  try {
    const ground = await prepare(folder, mode);
    for (let at = every; at <= ground.calls.length; at += every) {
      for (const code of codes) {
        const { said, wrong } = await failOnce(
          ground,
          at,
          code,
          tally.failed % FAULTS_A_RERUN === 0,
        );
        tally.failed += 1;
        tally.refused += said.status === 1 ? 1 : 0;
        tally.done += said.status === 0 ? 1 : 0;
        const { name = '', path = '' } = ground.calls[at - 1] ?? {};
        if (wrong.length > 0)
          failures.push(`${code} at call ${at}, ${name} ${path}:\n    ${wrong.join('\n    ')}`);
      }
    }
    return { calls: ground.calls.length, ...tally, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A month is published; the run to fail revises it. */
async function prepare(folder: string, mode: Mode): Promise<Ground> {
  const [before, output] = [join(folder, 'before'), join(folder, 'output')];
  const earlier = writeInput(join(folder, 'earlier'), false);
  const input = writeInput(join(folder, 'input'), true);
  mkdirSync(before);
  await mustSucceedHere({ mode: 'run', input: earlier, output: before });
  if (mode === 'preview') await mustSucceedHere({ mode, input: earlier, output: before });
  const job = { mode, input, output };
  cpSync(before, output, { recursive: true, verbatimSymlinks: true });
  await using calls = await FailingCalls.begin();
  await mustSucceedHere(job);
  const newTree = treeOf(output);
  rmSync(output, { recursive: true });
  return { before, job, oldTree: treeOf(before), newTree, calls: [...calls.seen] };
}

async function failOnce(
  { before, job, oldTree, newTree }: Ground,
  at: number,
  code: string,
  runsAgain: boolean,
): Promise<{ said: Ended; wrong: string[] }> {
  cpSync(before, job.output, { recursive: true, verbatimSymlinks: true });
  const said = await runFailing(job, at, code);
  const visible = visibleOf(treeOf(job.output));
  const wrong = verdict(said, code, visible, oldTree, newTree);
  if (runsAgain) {
    const again = await runHere(job);
    const left = differences(completeOf(treeOf(job.output)), completeOf(newTree));
    if (again.status !== 0) wrong.push(`the next run exits ${String(again.status)}: ${again.said}`);
    if (left.length > 0) wrong.push('after the next run:', ...left.slice(0, 4));
  }
  rmSync(job.output, { recursive: true });
  return { said, wrong };
}

async function runFailing(job: Job, at: number, code: string): Promise<Ended> {
  await using failing = await FailingCalls.begin(at, code);
  try {
    return await runHere(job);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: null, wasKilled: false, said: `${failing.seen.length} calls: ${said}`, ms: 0 };
  }
}

/** Either nothing is published and a problem says what failed and where, or all is, as if nothing had. */
function verdict(said: Ended, code: string, visible: Tree, oldTree: Tree, newTree: Tree): string[] {
  if (said.status === 1) {
    const changed = differences(visible, visibleOf(oldTree));
    return [
      ...(/^error [a-z-]+: \d+\n {2}\S/m.test(said.said) ? [] : [`no problem: ${said.said}`]),
      ...(changed.length === 0 ? [] : [`exit 1 after ${code}, and yet:`, ...changed.slice(0, 4)]),
    ];
  }
  if (said.status !== 0) return [`ends with ${String(said.status)}: ${said.said}`];
  const missing = differences(visible, visibleOf(newTree));
  return missing.length === 0 ? [] : [`exit 0 after ${code}, and yet:`, ...missing.slice(0, 4)];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      codes: { type: 'string', default: 'EIO,ENOSPC,EMFILE' },
      mode: { type: 'string' },
      every: { type: 'string', default: '1' },
    },
  });
  const modes: Mode[] =
    values.mode === 'run' || values.mode === 'preview' ? [values.mode] : ['run', 'preview'];
  for (const mode of modes) {
    const codes = values.codes.split(',');
    const { failures, ...figures } = await failTest(mode, codes, Number(values.every));
    for (const failure of failures) process.stdout.write(`  ${failure}\n`);
    process.stdout.write(`${mode}: ${JSON.stringify({ ...figures, failures: failures.length })}\n`);
    if (failures.length > 0) process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) await main();
