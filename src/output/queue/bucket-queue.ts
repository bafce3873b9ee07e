/** Has buckets rolled up by whichever workers are at a queue, and takes what comes of them. */
import { lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { deserialize } from 'node:v8';
import type { Bucket } from '../../facts/buckets/find-buckets.js';
import type { KeptBucket } from '../../facts/buckets/open-buckets.js';
import { STRAY_ORDERS, type RolledBucket } from '../../facts/buckets/roll-up-bucket.js';
import type { RollUpJob } from '../../facts/roll-up.js';
import { removeAtOnce } from '../../ledger/remove-leftovers.js';
import { fileSha256 } from '../../ledger/sha256.js';
import { Staging } from '../../ledger/staging.js';
import { StagingChanged } from '../../ledger/staging-changed.js';
import { assert } from '../../problem.js';
import { systemFault } from '../../system-fault.js';
import { PendingWork } from '../pending-work.js';
import { KEPT_TABLES, ROLLED_BUCKET, type BucketJob, type BucketOutcome } from './bucket-job.js';
import { JobQueue } from './job-queue.js';
import type { QueueAddress } from './queue-address.js';
import { hashFiles, type HashedFile } from './same-input.js';
import { JOB_FOLDER } from './work-queues.js';

/** More than any number of workers rolls up at once; each is a file that waits. */
const BUCKETS_IN_QUEUE = 64;

type ToldOfAll = Pick<BucketJob, 'finance' | 'reference'> & Omit<RollUpJob, 'bucket' | 'tables'>;

/** What came of the buckets is there until it is disposed of. */
export class BucketQueue implements AsyncDisposable {
  private readonly queue: JobQueue<BucketJob, BucketOutcome>;
  private staging: Staging | null = null;

  /** `output`: the folder that workers share. */
  constructor(
    address: QueueAddress,
    private readonly output: string,
    private readonly told: ToldOfAll,
  ) {
    this.queue = new JobQueue('bucket', address, output);
  }

  /** In the order of the buckets. */
  async rollUp(buckets: readonly Bucket[]): Promise<readonly KeptBucket[]> {
    if (buckets.length === 0) return [];
    const { folder } = (this.staging ??= await Staging.create(this.output));
    const kept = new Map<Bucket, KeptBucket>();
    await using jobs = new PendingWork(BUCKETS_IN_QUEUE);
    for (const bucket of buckets) {
      const files = [...bucket.files.values()].flat();
      // workers are at the first buckets while the others are hashed
      const facts = await hashFiles(this.told.inputFolder, files);
      await jobs.start(() =>
        this.orForgetOthers(async () => {
          const outcome = await this.queue.perform(folder, this.jobOf(bucket, facts));
          kept.set(bucket, await taken(folder, outcome, facts));
        }),
      );
    }
    await jobs.finish();
    return buckets.flatMap((bucket) => kept.get(bucket) ?? []);
  }

  /** At once, so that a worker that comes late puts nothing into the folder any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.queue.close();
    if (this.staging === null) return;
    const { folder } = this.staging;
    await removeAtOnce(dirname(folder), basename(folder)).catch(leftToTheNextRun);
    await this.staging.remove().catch(leftToTheNextRun);
  }

  /** Where one bucket fails, nobody waits for the others. */
  private async orForgetOthers(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.queue.close();
      throw error;
    }
  }

  private jobOf(bucket: Bucket, facts: readonly HashedFile[]): BucketJob {
    const { span, billedBefore, memory, finance, reference } = this.told;
    const { periods, files } = billedBefore ?? { periods: [], files: [] };
    const shared = files.map((file) => relative(this.output, file));
    const before = { periods, files: shared };
    return { bucket, span, billedBefore: before, memory, finance, reference, facts };
  }
}

/**
 * What a worker has written, as it says; throws {@link StagingChanged} where it is not so here. Whether a
 * file of the input stays as it is, this machine has to see by itself.
 */
async function taken(
  staging: string,
  { folder, written }: BucketOutcome,
  facts: Awaited<ReturnType<typeof hashFiles>>,
): Promise<KeptBucket> {
  const own = join(staging, JOB_FOLDER, folder);
  for (const { file, bytes, sha256 } of written) {
    const path = join(own, file);
    if ((await lstat(path)).size !== bytes || (await fileSha256(path)) !== sha256)
      throw new StagingChanged(file);
  }
  const bucket = deserialize(await readFile(join(own, ROLLED_BUCKET))) as RolledBucket;
  const identities = new Map(facts.map(({ file, identity }) => [file, identity]));
  const files = bucket.rolled.files.map((read) => {
    const identity = identities.get(read.file);
    assert(identity !== undefined, 'a worker reads the files of the bucket alone');
    return { ...read, identity };
  });
  return {
    ...bucket,
    rolled: { ...bucket.rolled, files },
    tables: join(own, KEPT_TABLES),
    strays: join(own, STRAY_ORDERS),
  };
}

/** What a failing disk keeps is removed by the next run. */
function leftToTheNextRun(error: unknown): void {
  if (systemFault(error) === null) throw error;
}
