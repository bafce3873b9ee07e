/**
 * Facts bucket by bucket: each is read, checked and rolled up by itself, so that no step holds more than one
 * of them. What must hold over all of them, so that none goes by another, is checked behind the last.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../database.js';
import { FACT_TABLE_NAMES } from '../fact-tables.js';
import { factsOf, type Facts } from '../facts.js';
import { listFiles } from '../files/list-files.js';
import { createMacros } from '../macros.js';
import type { RollUpJob } from '../roll-up.js';
import { unreadFiles } from '../sources/unread-files.js';
import type { Problem } from '../../problem.js';
import { openKeptTables } from '../usage/kept-tables.js';
import { findStrayOrders } from '../usage/stray-orders.js';
import { findBuckets, unfit, type Bucket } from './find-buckets.js';
import { joinFacts, type OpenBucket } from './join-facts.js';
import { rollUpBucket, STRAY_ORDERS, type RolledBucket } from './roll-up-bucket.js';

/** A bucket that was rolled up elsewhere. */
export interface KeptBucket extends RolledBucket {
  /** The file of the engine that has its tables. */
  readonly tables: string;
  /** Its {@link STRAY_ORDERS}. */
  readonly strays: string;
}

/** Has buckets rolled up elsewhere, in whichever order; those that come of it are in the order of the buckets. */
export type RollUpElsewhere = (buckets: readonly Bucket[]) => Promise<readonly KeptBucket[]>;

/** Rolls the facts up: one bucket after the other here, or all of them elsewhere. */
export async function openBuckets(job: RollUpJob, elsewhere?: RollUpElsewhere): Promise<Facts> {
  const database = await Database.open(job.workFolder, job.memory);
  try {
    const found = await findBuckets(job.inputFolder);
    const buckets = found.problems.length === 0 ? found.buckets : [];
    const kept = await elsewhere?.(buckets);
    const [first = NO_BUCKET, ...others] = buckets;
    const open: [OpenBucket, ...OpenBucket[]] = [
      await openBucket(database, job, first, 0, kept?.[0]),
    ];
    for (const [at, bucket] of others.entries())
      open.push(await openBucket(database, job, bucket, at + 1, kept?.[at + 1]));
    const problems = [
      ...found.problems,
      ...splitMerchants(open),
      ...(await strayOrders(open)),
      ...unreadFiles(await listFiles(job.inputFolder), job.tables, []),
    ];
    return joinFacts(database, job, open, problems);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Where there are none: nothing is missing then but the buckets. */
const NO_BUCKET: Bucket = { name: '', files: new Map(), tables: new Set(FACT_TABLE_NAMES) };

async function openBucket(
  engine: Database,
  job: RollUpJob,
  bucket: Bucket,
  at: number,
  kept: KeptBucket | undefined,
): Promise<OpenBucket> {
  const schema = `bucket_${at}`;
  const workFolder = join(job.workFolder, schema);
  await mkdir(workFolder);
  const database = await engine.beside(schema);
  const own = { ...job, workFolder };
  if (kept === undefined) {
    const rolled = await rollUpBucket(database, own, bucket);
    const facts = factsOf(database, own, rolled.rolled);
    return { ...rolled, database, facts, strays: join(workFolder, STRAY_ORDERS) };
  }
  await openKeptTables(database, schema, kept.tables);
  await createMacros(database, job.tables.provider.timeZone, job.span.period);
  return { ...kept, database, facts: factsOf(database, own, kept.rolled) };
}

/** A merchant that is in two buckets would be billed from one of them alone: one problem for each pair. */
function splitMerchants(buckets: readonly OpenBucket[]): Problem[] {
  const homes = new Map<string, string>();
  const problems = new Map<string, Problem>();
  for (const { name, merchants } of buckets)
    for (const merchant of merchants) {
      const home = homes.get(merchant);
      homes.set(merchant, home ?? name);
      const key = JSON.stringify([home, name]);
      if (home === undefined || problems.has(key)) continue;
      problems.set(key, unfit(name, { case: 'merchant', merchant, buckets: [home, name] }));
    }
  return [...problems.values()];
}

/** A refund that lies apart from its order would not be counted; an attribution would attribute nothing. */
async function strayOrders(buckets: readonly OpenBucket[]): Promise<Problem[]> {
  const paths = buckets.map(({ strays }) => strays);
  const problems: Problem[] = [];
  for (const { name, database } of buckets) {
    for (const { table, orderId, namedIn } of await findStrayOrders(database, paths)) {
      const values = { order: orderId, buckets: [namedIn, name] };
      problems.push(unfit(`${table}/${namedIn}`, { case: 'order', ...values }));
    }
  }
  return problems;
}
