/** What the ledger remembers of the orders that earlier periods billed. */
import { join } from 'node:path';
import { BILLED_ORDERS, type BilledBefore } from '../facts/billed-before.js';
import { pathKind } from '../path-kind.js';
import type { Problem } from '../problem.js';
import type { Batch } from './batch.js';
import { brokenLedger } from './broken-ledger.js';
import { fileSha256 } from './sha256.js';

export interface BilledBeforeRead {
  readonly billedBefore: BilledBefore;
  readonly problems: readonly Problem[];
}

/** Of batches of earlier periods; each file is held against its manifest before anything rests on it. */
export async function billedBeforeOf(
  output: string,
  batches: readonly Batch[],
): Promise<BilledBeforeRead> {
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const { place, manifest } of batches) {
    const path = join(output, place, BILLED_ORDERS);
    const kept = manifest.outputs.find(({ file }) => file === BILLED_ORDERS);
    if (kept === undefined) problems.push(brokenLedger(place, { case: 'orders-not-kept' }));
    else if ((await pathKind(path)) !== 'file')
      problems.push(brokenLedger(`${place}/${BILLED_ORDERS}`, { case: 'file-lost' }));
    else if ((await fileSha256(path)) !== kept.sha256)
      problems.push(brokenLedger(`${place}/${BILLED_ORDERS}`, { case: 'file-changed' }));
    else files.push(path);
  }
  const periods = [...new Set(batches.map(({ period }) => period))];
  return { billedBefore: { periods, files }, problems };
}
