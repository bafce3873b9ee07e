/**
 * Two runs of different months into one output at the same instant: into an empty one exactly one of them
 * starts a ledger, and the other comes too late or goes on with it; with a ledger both may publish. Never are
 * there two ledgers in one folder, and the next runs bring both months to where runs one by one bring them.
 * `npx tsx test/crash/race-of-periods.ts --races 50`
 */
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runHere, runJob, verify, type Ended, type Job } from './child.js';
import { mustSucceedHere } from './dead-staging.js';
import { writeInput, writeTwoMonths } from './input.js';
import { raceInTurn } from './race-in-turn.js';
import { treeOf } from './tree.js';

/** Where the runs meet, and what is there before them. */
interface Meeting {
  readonly name: string;
  /** The call that both wait at; null where they only start together. */
  readonly at: string | null;
  /** Whether the later month is published already, of another state of the input. */
  readonly hasLedger: boolean;
}

const MEETINGS: readonly Meeting[] = [
  { name: 'started together', at: null, hasLedger: false },
  { name: 'met at the first folder', at: 'mkdir', hasLedger: false },
  { name: 'met at the start of a ledger', at: 'link', hasLedger: false },
  { name: 'with a ledger, started together', at: null, hasLedger: true },
  { name: 'with a ledger, met at the commit', at: 'rename', hasLedger: true },
];

const PERIODS = ['2026-09', '2026-10'] as const;
const STARTED = 'this batch starts ledger';

export interface PeriodRaceReport {
  readonly races: number;
  /** Runs that were told that another came first. */
  readonly tooLate: number;
  /** Races in which both published. */
  readonly both: number;
  readonly failures: readonly string[];
}

interface Ground {
  readonly input: string;
  /** With the later month published. */
  readonly withLedger: string;
  /** What stands in the end, by whether there was a ledger before. */
  readonly alone: ReadonlyMap<boolean, string>;
}

export async function raceOfPeriods(races: number): Promise<PeriodRaceReport> {
  const { ended, tooLate, failures } = await raceInTurn(MEETINGS, races, prepare, raceOnce);
  const both = ended.filter((runs) => runs.every(({ status }) => status === 0)).length;
  return { races, tooLate, both, failures };
}

async function prepare(folder: string): Promise<Ground> {
  const input = writeTwoMonths(join(folder, 'input'));
  const earlier = writeInput(join(folder, 'earlier'), false);
  const withLedger = join(folder, 'with-ledger');
  mkdirSync(withLedger);
  await mustSucceedHere({ mode: 'run', input: earlier, output: withLedger });
  const alone = new Map<boolean, string>();
  for (const hasLedger of [false, true]) {
    const output = join(folder, `alone-${hasLedger}`);
    if (hasLedger) cpSync(withLedger, output, { recursive: true });
    else mkdirSync(output);
    for (const period of PERIODS) await mustSucceedHere({ mode: 'run', input, output, period });
    alone.set(hasLedger, standsIn(output));
  }
  return { input, withLedger, alone };
}

async function raceOnce(
  { input, withLedger, alone }: Ground,
  { at, hasLedger }: Meeting,
  place: string,
): Promise<{ ended: Ended[]; wrong: string[] }> {
  const [output, meet] = [join(place, 'output'), join(place, 'meet')];
  for (const made of [place, meet]) mkdirSync(made);
  if (hasLedger) cpSync(withLedger, output, { recursive: true });
  else mkdirSync(output);
  const jobs = PERIODS.map((period): Job => ({ mode: 'run', input, output, period }));
  const extra = at === null ? {} : { hook: { CRASH_MEET: meet, CRASH_MEET_AT: at } };
  const ended = await Promise.all(jobs.map((job) => runJob(job, extra)));
  const wrong = [...verdict(ended, hasLedger), ...(await faultsOf(output))];
  for (const job of jobs) {
    const { status, said } = await runHere(job);
    if (status !== 0) wrong.push(`the next run exits ${String(status)}: ${said}`);
  }
  wrong.push(...(await faultsOf(output)));
  if (standsIn(output) !== alone.get(hasLedger))
    wrong.push(`in the end stands ${standsIn(output)}`);
  rmSync(place, { recursive: true });
  return { ended, wrong };
}

/** Somebody publishes; who does not is told that another came first; one ledger is started, or none. */
function verdict(ended: readonly Ended[], hasLedger: boolean): string[] {
  const published = ended.filter(({ status }) => status === 0);
  const untold = ended.filter(
    ({ status, said }) => status !== 0 && !(status === 1 && said.includes('batch-taken')),
  );
  const starting = ended.filter(({ status, said }) => status === 0 && said.includes(STARTED));
  return [
    ...(published.length > 0 ? [] : ['nobody published']),
    ...untold.map(({ status, said }) => `a run exits ${String(status)}: ${said}`),
    ...(starting.length === (hasLedger ? 0 : 1)
      ? []
      : [`${starting.length} runs say that they started a ledger`]),
  ];
}

async function faultsOf(output: string): Promise<string[]> {
  const ledgers = new Set(
    filesIn(output, 'manifest.json').map((text) => (JSON.parse(text) as { ledger: string }).ledger),
  );
  const verified = await verify(output);
  return [
    ...(ledgers.size === 1 ? [] : [`there are ${ledgers.size} ledgers`]),
    ...(verified.status === 0 ? [] : [`verify: ${verified.said}`]),
  ];
}

/** The invoices of all batches, in their order. */
function standsIn(output: string): string {
  return filesIn(output, 'invoices.csv').join('\n');
}

function filesIn(output: string, name: string): string[] {
  return [...treeOf(output).keys()]
    .filter((path) => path.endsWith(`/${name}`))
    .map((path) => readFileSync(join(output, path), 'utf8'));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { races: { type: 'string', default: '50' } } });
  const { failures, ...figures } = await raceOfPeriods(Number(values.races));
  for (const failure of failures) process.stdout.write(`  ${failure}\n`);
  process.stdout.write(`periods: ${JSON.stringify({ ...figures, failures: failures.length })}\n`);
  if (failures.length > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
