/** The queues: what each carries, what a job in it says, and how their Redis is reached. */
import type { RedisOptions } from 'ioredis';
import type { QueueAddress } from './queue-address.js';
import type { SliceStamp } from './slice-stamp.js';

/** A slice is rendered, a bucket rolled up. Each has a queue, so that a worker may be there for one of them alone. */
export const QUEUES = { slice: 'kefu-billing-slices', bucket: 'kefu-billing-buckets' } as const;

export type JobKind = keyof typeof QUEUES;

/** Inside a staging folder: the data of jobs, and files on their way to their places. */
export const JOB_FOLDER = '.jobs';

/** A job. What it is about lies in the output folder, where no Redis holds it. */
export interface Ticket {
  readonly stamp: SliceStamp;
  /** The staging folder, relative to the output folder. */
  readonly folder: string;
  /** The file in its {@link JOB_FOLDER} that holds the data. */
  readonly job: string;
}

const CONNECT_MS_MAX = 10_000;
const RETRY_MS = 200;
const RETRY_MS_MAX = 2000;

/** With `patienceMs` it is given up once it has been away for so long; without, never. */
export function connectionTo(address: QueueAddress, patienceMs = Infinity) {
  const { host, port, database, username, password, isEncrypted } = address;
  let awaySince: number | null = null;
  return {
    host,
    port,
    db: database,
    ...(username !== '' && { username }),
    ...(password !== '' && { password }),
    ...(isEncrypted && { tls: {} }),
    connectTimeout: CONNECT_MS_MAX,
    // commands wait for the Redis to come back
    maxRetriesPerRequest: null,
    retryStrategy: (attempt: number) => {
      if (attempt === 1 || awaySince === null) awaySince = performance.now();
      if (performance.now() - awaySince > patienceMs) return null;
      return Math.min(attempt * RETRY_MS, RETRY_MS_MAX);
    },
  } satisfies RedisOptions;
}
