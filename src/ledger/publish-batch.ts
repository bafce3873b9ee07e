/** Publishes what a run has written: one rename is the commit. */
import { join } from 'node:path';
import { batchFolder } from './batch-place.js';
import { commit } from './staging.js';

/** Publishes a batch of a period; false where another run took its number first. */
export async function publishBatch(
  staging: string,
  periodFolder: string,
  batch: number,
  committed?: () => void,
): Promise<boolean> {
  return commit(staging, join(periodFolder, batchFolder(batch)), committed);
}
