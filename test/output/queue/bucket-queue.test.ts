/** Buckets that workers roll up, at a real Redis: who may, and from which files. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQueueAddress } from '../../../src/output/queue/queue-address.js';
import { JOB_FOLDER } from '../../../src/output/queue/work-queues.js';
import { assert } from '../../../src/problem.js';
import { runJob, type Ended } from '../../crash/child.js';
import { completeOf, differences, treeOf } from '../../crash/tree.js';
import { WorkerProcess } from '../../crash/worker-process.js';
import { inBuckets } from '../../facts/buckets/in-buckets.js';
import { fileOf } from '../../facts/buckets/write-buckets.js';
import { DEMO } from '../../run/run-demo.js';
import { Months, totals } from '../../support/months.js';
import { OwnRedis } from '../../support/own-redis.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isInstalled } from '../../support/tools.js';

const TIMEOUT_MS = 120_000;

describe.runIf(isInstalled('redis-server'))('over a queue', () => {
  let redis: OwnRedis;
  let input: string;
  beforeAll(async () => {
    redis = await OwnRedis.start();
    // M01, M04, … in bucket 1, M02 in 2, M03 in 0
    input = inBuckets(DEMO, 'buckets', (merchant) => Number(merchant.replace(/\D/g, '')) % 3);
  });
  afterAll(async () => {
    await redis.stop();
  });

  const run = (output: string, queue?: string): Promise<Ended> =>
    runJob({ mode: 'run', input, output, isPartitioned: true, ...(queue && { queue }) });

  it(
    'a worker without the input renders, and leaves buckets to one that has it',
    async () => {
      const [output, alone] = [temporaryFolder(), temporaryFolder()];
      const without = new WorkerProcess(redis.url, output);
      const having = new WorkerProcess(redis.url, output, '--input', input);
      expect((await run(output, redis.url)).status).toBe(0);
      expect([await without.stop(), await having.stop()]).toEqual([0, 0]);
      expect(without.said).not.toContain('"kind":"bucket"');
      const rolledUp = having.said.match(/"event":"finished","kind":"bucket"/g);
      expect(rolledUp).toHaveLength(3);
      expect((await run(alone)).status).toBe(0);
      expect(differences(completeOf(treeOf(output)), completeOf(treeOf(alone)))).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'a worker that is told of an input folder that is not there does not start',
    async () => {
      const absent = join(temporaryFolder(), 'not-mounted');
      const worker = new WorkerProcess(redis.url, temporaryFolder(), '--input', absent);
      expect(await worker.status()).toBe(1);
      expect(worker.said).toContain(`there is no folder ${absent}: mount on this machine`);
    },
    TIMEOUT_MS,
  );

  const remove = (path: string): void => {
    rmSync(path);
  };
  const addLine = (path: string): void => {
    appendFileSync(path, '\n');
  };
  const mapNothing = (path: string): void => {
    appendFileSync(path, '[]');
  };
  const ORDERS = fileOf('orders', 1, 'buckets');
  const elsewhere = 'in --input is not the one that the run reads';
  it.each([
    ['lacks a file', ORDERS, remove, 'ENOENT'],
    ['has other rows', ORDERS, addLine, elsewhere],
    ['has other prices', 'contracts.csv', addLine, elsewhere],
    ['lacks a table', 'event-days.csv', remove, elsewhere],
    ['has a file of sources', 'sources.json', mapNothing, elsewhere],
  ])(
    'nothing is billed from the input of a worker that %s',
    async (_, file, change, said) => {
      const own = temporaryFolder();
      cpSync(input, own, { recursive: true });
      change(join(own, file));
      const output = temporaryFolder();
      const worker = new WorkerProcess(redis.url, output, '--input', own);
      const ended = await run(output, redis.url);
      expect(await worker.stop()).toBe(0);
      expect(ended.status).toBe(1);
      expect(ended.said).toContain('a worker could not roll up a bucket');
      expect(ended.said).toContain(file);
      expect(ended.said).toContain(said);
      expect(readdirSync(output)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'what earlier months billed is known to workers, and held against the input of today: 1,000.00 × 0.10, then (500.00 − 1,000.00) × 0.10',
    async () => {
      const months = new Months();
      for (const table of ['shifts', 'orders', 'refunds']) {
        mkdirSync(join(months.input, table, 'bucket=00'), { recursive: true });
        const part = join(months.input, fileOf(table, 0, 'buckets'));
        renameSync(join(months.input, `${table}.csv`), part);
      }
      const queue = parseQueueAddress(redis.url);
      assert(queue !== null, 'a Redis has an address');
      const worker = new WorkerProcess(redis.url, months.output, '--input', months.input);
      const options = { isPartitioned: true, queue };
      expect(totals(await months.publish('2026-09', options))).toEqual(['100.00']);
      const orders = join(months.input, fileOf('orders', 0, 'buckets'));
      const rows = readFileSync(orders, 'utf8');
      // O1 of September, which R1 pays back in October, and what it came to
      writeFileSync(orders, rows.replace(/^O1,.*\n/m, '').replace('70.00,CNY,', '70.00,CNY,A'));
      const october = await months.publish('2026-10', options);
      expect(await worker.stop()).toBe(0);
      expect(totals(october)).toEqual(['-50.00']);
      const differing = october.problems.filter(({ code }) => code === 'published-month-differs');
      expect(differing.map(({ values }) => values)).toMatchObject([
        { case: 'document', period: '2026-09', before: '100.00 CNY', now: '7.00 CNY' },
      ]);
      // a bucket each of September, of October, and of September once more
      expect(worker.said.match(/"event":"finished","kind":"bucket"/g)).toHaveLength(3);
    },
    TIMEOUT_MS,
  );

  it(
    'a run that dies while it waits for buckets leaves nothing that a later one does not take away',
    async () => {
      const output = temporaryFolder();
      // nobody is there: it waits a minute
      const job = { mode: 'run', input, output, isPartitioned: true, queue: redis.url } as const;
      expect((await runJob(job, { killAfterMs: 10_000 })).wasKilled).toBe(true);
      const [staging = '', ...others] = readdirSync(output);
      expect(others).toEqual([]);
      expect(readdirSync(join(output, staging, JOB_FOLDER)).sort()).toEqual(['1', '2', '3']);
      const worker = new WorkerProcess(redis.url, output, '--input', input);
      expect((await run(output, redis.url)).status).toBe(0);
      expect(await worker.stop()).toBe(0);
      expect(readdirSync(output).sort()).toEqual(['2026-10', 'HEAD']);
    },
    TIMEOUT_MS,
  );
});
