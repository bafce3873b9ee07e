/**
 * Runs over a queue in bad weather: workers that are killed, coordinators that are, a Redis that loses
 * everything. Each time the output must come out byte for byte as without a queue.
 * `npx tsx test/crash/queue.ts [--partitioned] [--workers 50] [--coordinators 20] [--restarts 5]`
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { generateMonth } from '../bench/generate.js';
import { writeBuckets } from '../facts/buckets/write-buckets.js';
import { OwnRedis } from '../support/own-redis.js';
import { runHere, runJob, verify, type Ended } from './child.js';
import { completeOf, differences, treeOf, visibleOf, type Tree } from './tree.js';
import { WorkerProcess } from './worker-process.js';

const ORDERS_EACH = 1;
/** For what hangs. */
const RUN_MS_MAX = 300_000;
const DEATHS_A_RUN = 5;
const BUCKETS = 3;

/** What happens while a run is under way. */
export interface Weather {
  readonly workers: number;
  /** When workers die, each of them replaced at once, as shares of an undisturbed run. */
  readonly deaths?: readonly number[];
  /** When the Redis is killed and started anew, without anything that it held. */
  readonly restartAt?: number;
  /** When the coordinator is killed, and another one started. */
  readonly coordinatorDiesAt?: number;
}

export class QueueGround implements AsyncDisposable {
  private outputs = 0;

  private constructor(
    private readonly folder: string,
    private readonly redis: OwnRedis,
    private readonly alone: Tree,
    private readonly runMs: number,
    private readonly isPartitioned: boolean,
  ) {}

  /** A month of so many merchants, perhaps in buckets, and what a run without a queue makes of it. */
  static async prepare(merchants: number, isPartitioned = false): Promise<QueueGround> {
    const folder = mkdtempSync(join(tmpdir(), 'kefu-queue-'));
    const input = join(folder, 'input');
    generateMonth(input, merchants, ORDERS_EACH);
    askForEInvoices(input);
    if (isPartitioned) moveIntoBuckets(input);
    const output = join(folder, 'alone');
    mkdirSync(output);
    const { status, said, ms } = await runHere({ mode: 'run', input, output, isPartitioned });
    if (status !== 0) throw new Error(`a run without a queue exits ${String(status)}: ${said}`);
    const tree = completeOf(treeOf(output));
    return new QueueGround(folder, await OwnRedis.start(), tree, ms, isPartitioned);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.redis.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What is wrong after a run in such weather; nothing where all is as it should be. */
  async weather(weather: Weather): Promise<string[]> {
    this.outputs += 1;
    const output = join(this.folder, `output-${this.outputs}`);
    mkdirSync(output);
    const crew = Array.from({ length: weather.workers }, () => this.worker(output));
    const { isPartitioned } = this;
    const job = { mode: 'run', input: this.input, output, isPartitioned } as const;
    const run = (killAfterMs = RUN_MS_MAX): Promise<Ended> =>
      runJob({ ...job, queue: this.redis.url }, { killAfterMs });
    const wrong: string[] = [];
    const trouble = this.trouble(weather, crew, output);
    if (weather.coordinatorDiesAt !== undefined) {
      await run(weather.coordinatorDiesAt * this.runMs);
      const seen = visibleOf(treeOf(output));
      const isWhole = [visibleOf(this.alone), new Map()].some(
        (state) => differences(withoutPeriod(seen), withoutPeriod(state)).length === 0,
      );
      if (!isWhole) wrong.push('a reader sees neither the old nor the new');
    }
    const { status, said } = await run();
    if (status !== 0) wrong.push(`the run exits ${String(status)}: ${said}`);
    await trouble;
    const stopped = await Promise.all(crew.map((one) => one.stop()));
    if (stopped.some((one) => one !== 0))
      wrong.push(`workers end with ${stopped.join(', ')}: ${crew.map((one) => one.said).join()}`);
    const verified = await verify(output);
    if (verified.status !== 0) wrong.push(verified.said);
    wrong.push(...differences(completeOf(treeOf(output)), this.alone).slice(0, 4));
    rmSync(output, { recursive: true });
    return wrong;
  }

  private worker(output: string): WorkerProcess {
    const more = this.isPartitioned ? ['--input', this.input] : [];
    return new WorkerProcess(this.redis.url, output, ...more);
  }

  private get input(): string {
    return join(this.folder, 'input');
  }

  private async trouble(
    { deaths = [], restartAt }: Weather,
    crew: WorkerProcess[],
    output: string,
  ): Promise<void> {
    const restart = async (at: number): Promise<void> => {
      await sleep(at * this.runMs);
      await this.redis.restart();
    };
    const death = async (at: number, number: number): Promise<void> => {
      await sleep(at * this.runMs);
      const place = number % crew.length;
      const dying = crew[place];
      crew[place] = this.worker(output);
      await dying?.die();
    };
    await Promise.all([
      ...deaths.map(death),
      ...(restartAt === undefined ? [] : [restart(restartAt)]),
    ]);
  }
}

/** Workers write those too. */
function askForEInvoices(input: string): void {
  const provider = join(input, 'provider.json');
  const settings = JSON.parse(readFileSync(provider, 'utf8')) as object;
  writeFileSync(provider, JSON.stringify({ ...settings, finance: ['ubl'] }));
  const rows = readFileSync(join(input, 'merchants.csv'), 'utf8').trim().split('\n').slice(1);
  const party = { country: 'CN', endpoint_scheme: '0088', endpoint_id: '4012345000009' };
  const buyers = Object.fromEntries(rows.map((row) => [row.split(',')[0] ?? '', party]));
  const ubl = {
    seller: { ...party, vat_id: 'CN91330108MADEMO0000' },
    buyers,
    tax_categories: { '0.06': { category: 'S' } },
  };
  writeFileSync(join(input, 'finance.json'), JSON.stringify({ ubl }));
}

function moveIntoBuckets(input: string): void {
  const whole = `${input}-whole`;
  renameSync(input, whole);
  writeBuckets(
    whole,
    input,
    'buckets',
    (merchant) => Number(merchant.replace(/\D/g, '')) % BUCKETS,
  );
  rmSync(whole, { recursive: true });
}

/** A run that died may have made the folder of its period. */
function withoutPeriod(tree: Tree): Tree {
  return new Map([...tree].filter(([path]) => path !== '2026-10'));
}

/** So many moments, spread over the life of a run. */
function spread(count: number): number[] {
  return Array.from({ length: count }, (_, at) => (at + 1) / (count + 1));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      merchants: { type: 'string', default: '1000' },
      workers: { type: 'string', default: '50' },
      coordinators: { type: 'string', default: '20' },
      restarts: { type: 'string', default: '5' },
      partitioned: { type: 'boolean', default: false },
    },
  });
  const [workers, coordinators, restarts] = [
    values.workers,
    values.coordinators,
    values.restarts,
  ].map((text) => spread(Number(text)));
  const deaths = workers ?? [];
  // the deaths of one run lie as far apart as they can
  const runs = Math.ceil(deaths.length / DEATHS_A_RUN);
  const weathers: readonly (readonly [string, readonly Weather[]])[] = [
    ['1, 2 and 4 workers', [1, 2, 4].map((count) => ({ workers: count }))],
    [
      `workers killed at ${deaths.length} moments`,
      Array.from({ length: runs }, (_, run) => ({
        workers: 3,
        deaths: deaths.filter((_at, place) => place % runs === run),
      })),
    ],
    [
      `the coordinator killed at ${coordinators?.length ?? 0} moments`,
      (coordinators ?? []).map((at) => ({ workers: 2, coordinatorDiesAt: at })),
    ],
    [
      `Redis killed and started empty at ${restarts?.length ?? 0} moments`,
      (restarts ?? []).map((at) => ({ workers: 2, restartAt: at })),
    ],
  ];
  await using ground = await QueueGround.prepare(Number(values.merchants), values.partitioned);
  for (const [name, each] of weathers) {
    const begin = performance.now();
    let failures = 0;
    for (const weather of each) {
      const wrong = await ground.weather(weather);
      failures += wrong.length > 0 ? 1 : 0;
      for (const one of wrong) process.stdout.write(`  ${JSON.stringify(weather)}: ${one}\n`);
    }
    const seconds = Math.round((performance.now() - begin) / 1000);
    process.stdout.write(`${name}: ${each.length} runs, ${failures} failures, ${seconds} s\n`);
    if (failures > 0) process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) await main();
