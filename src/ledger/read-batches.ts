/** Reads published batches with the documents that they issued. */
import { errorMessage } from '../error-message.js';
import type { Problem } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import { readBatch, type Batch } from './batch.js';
import { batchPlace } from './batch-place.js';
import { brokenLedger } from './broken-ledger.js';
import { readEntries, type LedgerEntry } from './ledger-entry.js';
import { listBatches, listPeriods } from './list-batches.js';
import { UnsoundDocuments } from './unsound-documents.js';

export interface IssuedBatch extends Batch {
  /** In order of issue. */
  readonly issued: readonly LedgerEntry[];
}

/** What can be read, in order of period and sequence; a batch that cannot is a problem. */
export interface BatchesRead {
  readonly batches: readonly IssuedBatch[];
  readonly problems: readonly Problem[];
}

export async function readPeriod(output: string, period: string): Promise<BatchesRead> {
  const batches: IssuedBatch[] = [];
  const problems: Problem[] = [];
  for (const sequence of await listBatches(output, period)) {
    try {
      const batch = await readBatch(output, period, sequence);
      batches.push({ ...batch, issued: await readEntries(output, batch) });
    } catch (error) {
      const place = batchPlace(period, sequence);
      problems.push(brokenLedger(place, faultOf(error)));
    }
  }
  return { batches, problems };
}

/** Why a batch cannot be read. */
function faultOf(error: unknown): ProblemValues['ledger-broken'] {
  return error instanceof UnsoundDocuments
    ? { case: error.fault }
    : { case: 'unreadable', reason: errorMessage(error) };
}

/** The batches of every period. */
export async function readAllPeriods(output: string): Promise<BatchesRead> {
  const read: BatchesRead[] = [];
  for (const period of await listPeriods(output)) read.push(await readPeriod(output, period));
  return {
    batches: read.flatMap(({ batches }) => batches),
    problems: read.flatMap(({ problems }) => problems),
  };
}
