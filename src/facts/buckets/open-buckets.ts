/**
 * Facts bucket by bucket: each is read, checked and rolled up by itself, so that no step holds more than one
 * of them. What must hold over all of them, so that none goes by another, is checked behind the last.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../database.js';
import { FACT_TABLE_NAMES } from '../fact-tables.js';
import { rollUp, type Facts, type RollUpJob } from '../roll-up.js';
import type { Problem } from '../../problem.js';
import { merchantsInFacts } from '../usage/merchants-in-facts.js';
import { findStrayOrders, writeStrayOrders } from '../usage/stray-orders.js';
import { ordersNameAgents } from '../usage/unattributed-orders.js';
import { findBuckets, unfit, type Bucket } from './find-buckets.js';
import { joinFacts, type OpenBucket } from './join-facts.js';

/** Rolls the facts up. */
export async function openBuckets(job: RollUpJob): Promise<Facts> {
  const database = await Database.open(job.workFolder, job.memory);
  try {
    const { buckets, problems } = await findBuckets(job.inputFolder);
    const [first = NO_BUCKET, ...others] = problems.length === 0 ? buckets : [];
    const open: [OpenBucket, ...OpenBucket[]] = [await openBucket(database, job, first, 0)];
    for (const [at, bucket] of others.entries())
      open.push(await openBucket(database, job, bucket, at + 1));
    const found = [...problems, ...splitMerchants(open), ...(await strayOrders(open))];
    return joinFacts(database, job, open, found);
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
): Promise<OpenBucket> {
  const own = `bucket_${at}`;
  const workFolder = join(job.workFolder, own);
  await mkdir(workFolder);
  const database = await engine.beside(own);
  const facts = await rollUp(database, { ...job, workFolder, bucket });
  const strays = join(workFolder, 'stray-orders.parquet');
  await writeStrayOrders(database, bucket.name, strays);
  return {
    name: bucket.name,
    database,
    facts,
    strays,
    merchants: await merchantsInFacts(database),
    namesAgents: await ordersNameAgents(database),
  };
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
