/** Publishes what a run has written: one rename is the commit. */
import { join } from 'node:path';
import { batchFolder } from './batch-place.js';
import type { Staging } from './staging.js';
import type { WrittenFile } from './write-synced.js';

/** Publishes a batch of a period; false where another run took its number first. */
export async function publishBatch(
  staging: Staging,
  written: readonly WrittenFile[],
  periodFolder: string,
  batch: number,
  committed: () => void = () => undefined,
): Promise<boolean> {
  return staging.commit(join(periodFolder, batchFolder(batch)), written, { committed });
}
