/**
 * Kills a run at many moments of its life, and asks each time: is what a reader sees either wholly old
 * or wholly new, and does the next run bring the output to where one that was never killed brings it?
 * `npx tsx test/crash/crash.ts --moments 500 [--mode run|preview] [--workers 2]`
 *
 * What is killed is the program as it was built.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eachOf, runHere, runJob, type Ended, type Extra, type Job, type Mode } from './child.js';
import { callsIn, deadStagingIn, mustSucceed, mustSucceedHere } from './dead-staging.js';
import type { Call, HookSettings } from './hook.js';
import { writeInput } from './input.js';
import { completeOf, differences, stateOf, treeOf, visibleOf, type Tree } from './tree.js';

/** A moment of death: a time, or a call of the file system, perhaps half way through it. */
interface Moment {
  readonly name: string;
  readonly extra: Extra;
  /** Whether the run cannot come to its end before. */
  readonly mustDie: boolean;
}

/** What the killed runs are held against. */
interface Reference {
  /** A ready-made output folder of the earlier state, to be copied. */
  readonly before: string;
  readonly input: string;
  readonly oldTree: Tree;
  readonly newTree: Tree;
  readonly calls: readonly Call[];
  readonly ms: number;
}

export interface CrashReport {
  readonly moments: number;
  readonly killed: number;
  readonly states: number;
  readonly foundOld: number;
  readonly foundNew: number;
  readonly failures: readonly string[];
  readonly calls: readonly Call[];
}

const AT_ONCE = 2;
/** Two runs need not make equally many calls. */
const CALLS_MORE_OR_LESS = 5;
/** How much of the moments go to calls, where there are more calls than that. */
const SHARE_OF_CALLS = 0.75;

/**
 * `program` changes the program that is killed: a careless one must be found out. With workers, whose
 * calls come in no certain order, all moments are moments of time.
 */
export async function crashTest(
  mode: Mode,
  count: number,
  {
    program = {},
    workers = 0,
  }: { readonly program?: HookSettings; readonly workers?: number } = {},
): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-crash-'));
  try {
    const reference = await makeReference(folder, mode, program, workers);
    const moments = chooseMoments(reference, count, program);
    const tally = { killed: 0, foundOld: 0, foundNew: 0 };
    const states = new Set<string>();
    const failures: string[] = [];
    await eachOf(moments, AT_ONCE, async (moment, at) => {
      const output = join(folder, `output-${at}`);
      cpSync(reference.before, output, { recursive: true, verbatimSymlinks: true });
      const job = { mode, input: reference.input, output, workers };
      const died = await runJob(job, moment.extra);
      const tree = treeOf(output);
      states.add(stateOf(tree));
      const isOld = differences(visibleOf(tree), visibleOf(reference.oldTree)).length === 0;
      const news = differences(visibleOf(tree), visibleOf(reference.newTree));
      tally.killed += died.wasKilled ? 1 : 0;
      tally.foundOld += isOld ? 1 : 0;
      tally.foundNew += news.length === 0 ? 1 : 0;
      const wrong = [
        ...verdictOnDeath(moment, died, isOld, news),
        ...(await runAgain(job, reference)),
      ];
      if (wrong.length > 0) failures.push(`${moment.name}:\n    ${wrong.join('\n    ')}`);
      rmSync(output, { recursive: true });
    });
    return {
      moments: moments.length,
      ...tally,
      states: states.size,
      failures,
      calls: reference.calls,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdictOnDeath(moment: Moment, died: Ended, isOld: boolean, news: string[]): string[] {
  if (moment.mustDie && !died.wasKilled) return [`the run outlived its death: ${died.said}`];
  if (!died.wasKilled && died.status !== 0) return [`the run ended by itself: ${died.said}`];
  return isOld || news.length === 0 ? [] : ['a reader sees neither the old nor the new:', ...news];
}

async function runAgain(job: Job, { newTree }: Reference): Promise<string[]> {
  const ended = await (job.workers === 0 ? runHere(job) : runJob(job));
  const left = differences(completeOf(treeOf(job.output)), completeOf(newTree));
  return [
    ...(ended.status === 0 ? [] : [`the next run exits ${String(ended.status)}: ${ended.said}`]),
    ...(left.length === 0 ? [] : ['after the next run:', ...left.slice(0, 4)]),
  ];
}

/** The earlier state, published, and what a dead run left; then the later one by a run that nobody kills, once timed and once traced. */
async function makeReference(
  folder: string,
  mode: Mode,
  program: HookSettings,
  workers: number,
): Promise<Reference> {
  const before = join(folder, 'before');
  mkdirSync(before);
  const earlier = writeInput(join(folder, 'earlier'), false);
  const input = writeInput(join(folder, 'input'), true);
  await mustSucceedHere({ mode: 'run', input: earlier, output: before });
  if (mode === 'preview') await mustSucceedHere({ mode, input: earlier, output: before });
  await deadStagingIn({ mode, input, output: before });
  const calls = workers === 0 ? await callsIn({ mode, input, output: before }, program) : [];
  const timed = join(folder, 'timed');
  cpSync(before, timed, { recursive: true, verbatimSymlinks: true });
  const { ms } = await mustSucceed({ mode, input, output: timed, workers });
  const newTree = treeOf(timed);
  return { before, input, oldTree: treeOf(before), newTree, calls, ms };
}

/** Calls first, those about renames before all; the rest by time, spread over the whole life. */
function chooseMoments({ calls, ms }: Reference, count: number, program: HookSettings): Moment[] {
  const byCall = calls.flatMap((call, at): Moment[] => {
    const hook = { ...program, CRASH_AT: String(at + 1) };
    const mustDie = at + 1 <= calls.length - CALLS_MORE_OR_LESS;
    const place = `call ${at + 1} of ${calls.length}, ${call.name} ${call.path}`;
    const before: Moment = { name: `before ${place}`, extra: { hook }, mustDie };
    if (call.name !== 'writeFile' && call.name !== 'write') return [before];
    return [
      before,
      {
        name: `half way through ${place}`,
        extra: { hook: { ...hook, CRASH_TORN: '1' } },
        mustDie,
      },
    ];
  });
  const renames = calls.flatMap(({ name }, at) => (name === 'rename' ? [at + 1, at + 2] : []));
  const isAtRename = ({ extra }: Moment): boolean =>
    renames.includes(Number(extra.hook?.CRASH_AT)) && extra.hook?.CRASH_TORN === undefined;
  const room = Math.min(byCall.length, Math.ceil(count * SHARE_OF_CALLS));
  const first = byCall.filter(isAtRename).slice(-room);
  const chosen = [
    ...first,
    ...spread(
      byCall.filter((one) => !isAtRename(one)),
      room - first.length,
    ),
  ];
  const rest = count - chosen.length;
  const byTime = Array.from({ length: rest }, (_, at): Moment => {
    const killAfterMs = (ms * (at + 1)) / (rest + 1);
    return {
      name: `after ${killAfterMs.toFixed(1)} of ${ms.toFixed(0)} ms`,
      extra: { killAfterMs, ...(Object.keys(program).length > 0 ? { hook: program } : {}) },
      mustDie: false,
    };
  });
  return [...chosen, ...byTime];
}

function spread<T>(items: readonly T[], count: number): T[] {
  return items.filter((_, at) => {
    const [here, before] = [
      Math.floor(((at + 1) * count) / items.length),
      Math.floor((at * count) / items.length),
    ];
    return here > before;
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      moments: { type: 'string', default: '500' },
      mode: { type: 'string' },
      workers: { type: 'string', default: '0' },
    },
  });
  const modes: Mode[] =
    values.mode === 'run' || values.mode === 'preview' ? [values.mode] : ['run', 'preview'];
  for (const mode of modes) {
    const workers = Number(values.workers);
    const { failures, calls, ...figures } = await crashTest(mode, Number(values.moments), {
      workers,
    });
    for (const failure of failures) process.stdout.write(`  ${failure}\n`);
    process.stdout.write(
      `${mode} with ${workers} workers: ${JSON.stringify({ ...figures, calls: calls.length, failures: failures.length })}\n`,
    );
    if (failures.length > 0) process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) await main();
