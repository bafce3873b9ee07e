/** The facts of a run: of one folder, or bucket by bucket, which the workers at its queue roll up where it has one. */
import { openBuckets } from '../facts/buckets/open-buckets.js';
import { openFacts, type Facts } from '../facts/facts.js';
import type { RollUpJob } from '../facts/roll-up.js';
import type { ReferenceRead } from '../reference/read-reference.js';
import type { RunRequest } from './run-request.js';

export async function factsOfRun(
  { isPartitioned, queue, output, finance }: RunRequest,
  { files: reference }: Pick<ReferenceRead, 'files'>,
  job: RollUpJob,
): Promise<Facts> {
  if (isPartitioned !== true) return openFacts(job);
  if (queue === undefined) return openBuckets(job);
  const { BucketQueue } = await import('../output/queue/bucket-queue.js');
  const workers = new BucketQueue(queue, output, { ...job, finance, reference });
  try {
    const facts = await openBuckets(job, (buckets) => workers.rollUp(buckets));
    const disposed = async (): Promise<void> => {
      await facts[Symbol.asyncDispose]();
      await workers[Symbol.asyncDispose]();
    };
    return { ...facts, [Symbol.asyncDispose]: disposed };
  } catch (error) {
    await workers[Symbol.asyncDispose]();
    throw error;
  }
}
