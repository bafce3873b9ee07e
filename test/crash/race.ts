/**
 * Two runs at the same instant: one publishes, the other says that it came too late and leaves nothing.
 * `npx tsx test/crash/race.ts --races 50 [--mode run|preview]`
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runJob, verify, type Ended, type Job, type Mode } from './child.js';
import { deadStagingIn, mustSucceedHere } from './dead-staging.js';
import type { HookSettings } from './hook.js';
import { writeInput } from './input.js';
import { raceInTurn } from './race-in-turn.js';
import { completeOf, differences, treeOf, visibleOf, type Tree } from './tree.js';

/** Where two runs meet: at their start, or each waiting for the other before a call. */
interface Meeting {
  readonly name: string;
  readonly mode: Mode;
  /** The call that both wait at; null where they only start together. */
  readonly at: string | null;
  /** Whether a dead run has left a staging folder for them to remove. */
  readonly afterDeath: boolean;
}

const MEETINGS: readonly Meeting[] = [
  { name: 'started together', mode: 'run', at: null, afterDeath: false },
  // who starts the ledger is alone from there on: a dead run has started it where both come to the commit
  { name: 'met at the start of the ledger', mode: 'run', at: 'link', afterDeath: false },
  {
    name: 'met at the commit, and a dead run’s staging',
    mode: 'run',
    at: 'rename',
    afterDeath: true,
  },
  { name: 'met at the first folder', mode: 'run', at: 'mkdir', afterDeath: false },
];
const PREVIEW_MEETINGS: readonly Meeting[] = [
  { name: 'previews met at the pointer', mode: 'preview', at: 'symlink', afterDeath: false },
  { name: 'previews met at the swap', mode: 'preview', at: 'rm', afterDeath: false },
];

export interface RaceReport {
  readonly races: number;
  readonly tooLate: number;
  readonly unchanged: number;
  readonly failures: readonly string[];
}

interface Ground {
  readonly input: string;
  /** What one run alone publishes, and what one preview alone shows. */
  readonly alone: Readonly<Record<Mode, Tree>>;
  /** An output folder in which a run has died. */
  readonly afterDeath: string;
}

/** So many races, in turn at each of the meetings. */
export async function raceTest(mode: Mode, races: number): Promise<RaceReport> {
  const meetings = mode === 'run' ? MEETINGS : PREVIEW_MEETINGS;
  const { ended, tooLate, failures } = await raceInTurn(meetings, races, prepare, raceOnce);
  const unchanged = ended.flat().filter(({ said }) => said.includes('nothing changed')).length;
  return { races, tooLate, unchanged, failures };
}

async function prepare(folder: string): Promise<Ground> {
  const input = writeInput(join(folder, 'input'), true);
  const outputs = { run: join(folder, 'run'), preview: join(folder, 'preview') };
  const afterDeath = join(folder, 'after-death');
  for (const output of [...Object.values(outputs), afterDeath]) mkdirSync(output);
  for (const mode of ['run', 'preview'] as const) {
    await mustSucceedHere({ mode, input, output: outputs[mode] });
  }
  await deadStagingIn({ mode: 'run', input, output: afterDeath });
  const alone = { run: treeOf(outputs.run), preview: treeOf(outputs.preview) };
  return { input, alone, afterDeath };
}

async function raceOnce(
  { input, alone, afterDeath }: Ground,
  meeting: Meeting,
  place: string,
): Promise<{ ended: Ended[]; wrong: string[] }> {
  const [output, meet] = [join(place, 'output'), join(place, 'meet')];
  for (const made of [place, meet]) mkdirSync(made);
  if (meeting.afterDeath) cpSync(afterDeath, output, { recursive: true });
  else mkdirSync(output);
  const job: Job = { mode: meeting.mode, input, output };
  const hook: HookSettings | undefined =
    meeting.at === null ? undefined : { CRASH_MEET: meet, CRASH_MEET_AT: meeting.at };
  const extra = hook === undefined ? {} : { hook };
  const ended = await Promise.all([runJob(job, extra), runJob(job, extra)]);
  const tree = treeOf(output);
  const verified = await verify(output);
  const wrong = [
    ...(meeting.mode === 'run' ? verdictOnRuns(ended) : verdictOnPreviews(ended)),
    ...(verified.status === 0 ? [] : [`verify: ${verified.said}`]),
    ...differences(visibleOf(tree), visibleOf(alone[meeting.mode])),
    ...differences(completeOf(tree), completeOf(alone[meeting.mode])).slice(0, 3),
  ];
  rmSync(place, { recursive: true });
  return { ended, wrong };
}

/** One has published; the other came too late, or so late that it found nothing to do. */
function verdictOnRuns(ended: readonly Ended[]): string[] {
  const published = ended.filter(
    ({ status, said }) => status === 0 && said.includes('documents in'),
  );
  const others = ended.filter((one) => !published.includes(one));
  const isTold = ({ status, said }: Ended): boolean =>
    (status === 1 && said.includes('batch-taken')) ||
    (status === 0 && said.includes('nothing changed'));
  const untold = others.filter((one) => !isTold(one));
  return [
    ...(published.length === 1 ? [] : [`${published.length} runs say that they published`]),
    ...untold.map(({ status, said }) => `the other exits ${String(status)}: ${said}`),
  ];
}

function verdictOnPreviews(ended: readonly Ended[]): string[] {
  return ended
    .filter(({ status }) => status !== 0)
    .map(({ status, said }) => `a preview exits ${String(status)}: ${said}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { races: { type: 'string', default: '50' }, mode: { type: 'string' } },
  });
  for (const mode of ['run', 'preview'] as const) {
    if (values.mode !== undefined && values.mode !== mode) continue;
    const { failures, ...figures } = await raceTest(mode, Number(values.races));
    for (const failure of failures) process.stdout.write(`  ${failure}\n`);
    process.stdout.write(`${mode}: ${JSON.stringify({ ...figures, failures: failures.length })}\n`);
    if (failures.length > 0) process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) await main();
