/** What a worker does with what it is not made for, at a real Redis. */
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knock } from '../../../src/output/queue/knock.js';
import { parseQueueAddress } from '../../../src/output/queue/queue-address.js';
import { QueueFault } from '../../../src/output/queue/queue-fault.js';
import { ownStamp } from '../../../src/output/queue/slice-stamp.js';
import { QUEUES, type Ticket } from '../../../src/output/queue/work-queues.js';
import { WorkerProcess } from '../../crash/worker-process.js';
import { OwnRedis } from '../../support/own-redis.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isInstalled } from '../../support/tools.js';

const PASSWORD = 'kept-to-itself';
const FOLDER = '2026-10/.staging-host~boot~1~0123abcd';

async function faultAt(url: string): Promise<unknown> {
  const address = parseQueueAddress(url);
  const fault: unknown = address && (await knock(address).catch((error: unknown) => error));
  return fault instanceof QueueFault ? fault.values : undefined;
}

it('an absent queue is told as unreachable', async () => {
  expect(await faultAt('redis://127.0.0.1:1')).toEqual({
    case: 'unreachable',
    reason: 'ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1',
  });
});

describe.runIf(isInstalled('redis-server'))('at a queue', () => {
  let redis: OwnRedis;
  let queue: Queue<Ticket>;
  beforeAll(async () => {
    redis = await OwnRedis.start(PASSWORD);
    queue = new Queue(QUEUES.slice, { connection: { url: redis.url } });
  });
  afterAll(async () => {
    await queue.close();
    await redis.stop();
  });

  it('a wrong password, or none, is told as not let in', async () => {
    const guessed = redis.url.replace(PASSWORD, 'guessed');
    expect(await faultAt(redis.url)).toBeUndefined();
    expect(await faultAt(guessed)).toMatchObject({ case: 'not-let-in' });
    expect(await faultAt(redis.url.replace(`:${PASSWORD}@`, ''))).toMatchObject({
      case: 'not-let-in',
      reason: 'NOAUTH Authentication required.',
    });
  });

  it.each([
    ['version', { version: '0.0.1' }],
    ['shape of jobs', { format: 0 }],
    ['Node', { node: '18.0.0' }],
  ])('a worker leaves a job of another %s to others, and says so', async (_, differing) => {
    const stamp = { ...ownStamp(), ...differing };
    const job = await queue.add('slice', { stamp, folder: FOLDER, job: '1' });
    const worker = new WorkerProcess(redis.url, temporaryFolder());
    expect(await worker.status()).toBe(1);
    expect(worker.said).toContain('a run at this queue is of');
    expect(worker.said).toContain('install the same on both');
    expect(worker.said).not.toContain(PASSWORD);
    expect(await job.getState()).toBe('waiting');
    await job.remove();
  });

  it('a slice that is not in the output folder fails, and makes nothing there', async () => {
    const output = temporaryFolder();
    const job = await queue.add('slice', { stamp: ownStamp(), folder: FOLDER, job: '1' });
    const worker = new WorkerProcess(redis.url, output);
    while ((await job.getState()) !== 'failed') await sleep(50);
    expect(await worker.stop()).toBe(0);
    expect(worker.said).toContain('ENOENT');
    expect(worker.said).toContain('"event":"stopped"');
    expect(readdirSync(output)).toEqual([]);
    await job.remove();
  });

  it('a folder that is no staging folder is never touched', async () => {
    const job = await queue.add('slice', { stamp: ownStamp(), folder: '../../etc', job: '1' });
    const worker = new WorkerProcess(redis.url, temporaryFolder());
    while ((await job.getState()) !== 'failed') await sleep(50);
    await worker.stop();
    expect(worker.said).toContain('a job lies in a staging folder');
    await job.remove();
  });
});
