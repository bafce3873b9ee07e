/** What a worker does with a bucket: it reads the same files as the run, and rolls them up. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { serialize } from 'node:v8';
import { rollUpBucket, STRAY_ORDERS } from '../../facts/buckets/roll-up-bucket.js';
import { Database } from '../../facts/database.js';
import { keepTables } from '../../facts/usage/kept-tables.js';
import { copySynced, syncFolder, writeSynced } from '../../ledger/write-synced.js';
import { changedFiles } from '../../reference/file-identity.js';
import { readReference } from '../../reference/read-reference.js';
import type { ReferenceTables } from '../../reference/reference-tables.js';
import { KEPT_TABLES, ROLLED_BUCKET, type BucketJob, type BucketOutcome } from './bucket-job.js';
import { expectAmong, expectSame, hashFiles, InputDiffers } from './same-input.js';
import type { Craft, Performed } from './work-on-jobs.js';

interface WorkerFolders {
  readonly input: string;
  readonly output: string;
  /** For what does not fit into memory, and files on their way. */
  readonly work: string;
}

/** One at a time: the engine takes all cores for each. */
export function bucketCraft(folders: WorkerFolders): Craft {
  return {
    kind: 'bucket',
    atOnce: 1,
    perform: async ({ data, way }) => {
      const work = join(folders.work, randomUUID());
      await mkdir(work);
      try {
        return await rollUpJob(data as BucketJob, { ...folders, work }, way);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    },
  };
}

/** Throws {@link InputDiffers} where the input is not that of the run, or does not stay so. */
async function rollUpJob(
  job: BucketJob,
  { input, output, work }: WorkerFolders,
  way: string,
): Promise<Performed> {
  const facts = await hashFiles(
    input,
    job.facts.map(({ file }) => file),
  );
  expectSame(facts, job.facts);
  const { tables, files: reference } = await readReference(input, job.finance);
  expectSame(reference, job.reference);
  // the run has read the same, and found a provider in it
  if (tables === null) throw new InputDiffers('provider.json');
  const { rolled, tablesPath } = await rolledUp(job, tables, { input, output, work });
  expectAmong(rolled.rolled.files, job.facts);
  const [changed] = await changedFiles(input, [...facts, ...reference]);
  if (changed !== undefined) throw new InputDiffers(changed.file);
  const outcome: BucketOutcome = {
    folder: basename(way),
    written: [
      await copySynced(way, KEPT_TABLES, tablesPath, null),
      await copySynced(way, STRAY_ORDERS, join(work, STRAY_ORDERS), null),
      await writeSynced(way, ROLLED_BUCKET, serialize(rolled), null),
    ],
  };
  await syncFolder(way);
  const rows = rolled.rolled.files.reduce((total, file) => total + file.rows, 0);
  return { result: outcome, figures: { rows } };
}

async function rolledUp(
  { bucket, span, billedBefore, memory }: BucketJob,
  tables: ReferenceTables,
  { input, output, work }: WorkerFolders,
) {
  const files = billedBefore.files.map((file) => join(output, file));
  const database = await Database.open(work, memory);
  try {
    const job = {
      inputFolder: input,
      workFolder: work,
      tables,
      span,
      billedBefore: { ...billedBefore, files },
    };
    const rolled = await rollUpBucket(database, job, bucket);
    const tablesPath = join(work, KEPT_TABLES);
    await keepTables(database, tablesPath);
    return { rolled, tablesPath };
  } finally {
    database.close();
  }
}
