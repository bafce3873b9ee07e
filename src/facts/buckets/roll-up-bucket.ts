/** A bucket by itself: what comes of it is plain data beside what the engine holds, wherever it is rolled up. */
import { join } from 'node:path';
import type { Database } from '../database.js';
import { rollUp, type RolledUp, type RollUpJob } from '../roll-up.js';
import { merchantsInFacts } from '../usage/merchants-in-facts.js';
import { writeStrayOrders } from '../usage/stray-orders.js';
import { ordersNameAgents } from '../usage/unattributed-orders.js';
import type { Bucket } from './find-buckets.js';

export interface RolledBucket {
  readonly name: string;
  readonly rolled: RolledUp;
  /** Each is in one bucket alone. */
  readonly merchants: ReadonlySet<string>;
  /** Whether any order names the agent who led to it. */
  readonly namesAgents: boolean;
}

/** In the work folder, the orders that something in the bucket names and that it lacks. */
export const STRAY_ORDERS = 'stray-orders.parquet';

export async function rollUpBucket(
  database: Database,
  job: RollUpJob,
  bucket: Bucket,
): Promise<RolledBucket> {
  const { name } = bucket;
  const rolled = await rollUp(database, { ...job, bucket });
  await writeStrayOrders(database, name, join(job.workFolder, STRAY_ORDERS));
  const merchants = await merchantsInFacts(database);
  return { name, rolled, merchants, namesAgents: await ordersNameAgents(database) };
}
