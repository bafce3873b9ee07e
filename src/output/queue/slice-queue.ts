/** The queue of slices: its name, what a job in it says, and how its Redis is reached. */
import type { RedisOptions } from 'ioredis';
import type { QueueAddress } from './queue-address.js';
import type { SliceStamp } from './slice-stamp.js';

export const SLICE_QUEUE = 'kefu-billing-slices';

/** Inside a staging folder: the data of slices, and files on their way to their places. */
export const SLICE_FOLDER = '.slices';

/** A job. What it is about lies in the output folder, where no Redis holds it. */
export interface SliceTicket {
  readonly stamp: SliceStamp;
  /** The staging folder, relative to the output folder. */
  readonly folder: string;
  /** The file in its {@link SLICE_FOLDER} that holds the slice. */
  readonly slice: string;
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
