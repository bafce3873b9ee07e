/** Runs over a queue, a few of them in bad weather. `queue.ts` does the same at dozens of moments. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInstalled } from '../support/tools.js';
import { QueueGround, type Weather } from './queue.js';

const TIMEOUT_MS = 300_000;
/** Slices of 200, 200 and 1. */
const MERCHANTS = 401;

const WEATHERS: readonly (readonly [string, Weather])[] = [
  ['one worker that dies, and another', { workers: 1, deaths: [0.6] }],
  ['two workers, and a Redis that loses everything', { workers: 2, restartAt: 0.6 }],
  ['two workers, and a coordinator that dies, and another', { workers: 2, coordinatorDiesAt: 0.6 }],
  ['four workers', { workers: 4 }],
];

/** The first half of a run is the roll-up of its three buckets. */
const BUCKET_WEATHERS: readonly (readonly [string, Weather])[] = [
  ['one worker', { workers: 1 }],
  ['two workers', { workers: 2 }],
  ['two workers of which three die', { workers: 2, deaths: [0.2, 0.4, 0.6] }],
  ['two workers, and a Redis that loses everything', { workers: 2, restartAt: 0.4 }],
  ['two workers, and a coordinator that dies, and another', { workers: 2, coordinatorDiesAt: 0.4 }],
];

describe.runIf(isInstalled('redis-server'))('over a queue, with buckets', () => {
  let ground: QueueGround;
  beforeAll(async () => {
    ground = await QueueGround.prepare(MERCHANTS, true);
  }, TIMEOUT_MS);
  afterAll(async () => {
    await ground[Symbol.asyncDispose]();
  });

  it.each(BUCKET_WEATHERS)(
    'gives the bytes of a run without it, with %s',
    async (_, weather) => {
      expect(await ground.weather(weather)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

describe.runIf(isInstalled('redis-server'))('over a queue', () => {
  let ground: QueueGround;
  beforeAll(async () => {
    ground = await QueueGround.prepare(MERCHANTS);
  }, TIMEOUT_MS);
  afterAll(async () => {
    await ground[Symbol.asyncDispose]();
  });

  it.each(WEATHERS)(
    'gives the bytes of a run without it, with %s',
    async (_, weather) => {
      expect(await ground.weather(weather)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
