/** The manifests of a whole output folder. */
import { errorMessage } from '../error-message.js';
import type { Problem } from '../problem.js';
import { ifBroken, readBatch, type Batch } from './batch.js';
import { batchPlace } from './batch-place.js';
import { listBatches, listPeriods } from './list-batches.js';
import { brokenLedger } from './broken-ledger.js';
import { sha256 } from './sha256.js';

export interface ManifestsRead {
  /** Those that can be read, in order of period and sequence. */
  readonly batches: readonly Batch[];
  readonly problems: readonly Problem[];
}

export async function readManifests(output: string): Promise<ManifestsRead> {
  const batches: Batch[] = [];
  const problems: Problem[] = [];
  for (const period of await listPeriods(output)) {
    for (const sequence of await listBatches(output, period)) {
      try {
        batches.push(await readBatch(output, period, sequence));
      } catch (error) {
        const reason = errorMessage(error);
        problems.push(brokenLedger(batchPlace(period, sequence), { case: 'unreadable', reason }));
      }
    }
  }
  return { batches, problems };
}

/** Changes with every batch of a period before this one: refunds that it counts may have changed. */
export async function earlierBatchesHash(output: string, period: string): Promise<string | null> {
  const earlier: Batch[] = [];
  for (const one of (await listPeriods(output)).filter((id) => id < period)) {
    for (const sequence of await listBatches(output, one)) {
      const batch = await readBatch(output, one, sequence).catch(ifBroken);
      if (batch !== null) earlier.push(batch);
    }
  }
  if (earlier.length === 0) return null;
  return sha256(JSON.stringify(earlier.map(({ place, hash }) => [place, hash])));
}
