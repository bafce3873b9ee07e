/** What the ledger behind a run remembers of the orders that earlier periods billed. */
import { NOTHING_BILLED_BEFORE } from '../facts/billed-before.js';
import { billedBeforeOf, type BilledBeforeRead } from '../ledger/billed-orders.js';
import { readManifests } from '../ledger/read-manifests.js';
import type { RunRequest } from './run-request.js';

/** `period` is `YYYY-MM`. A check needs no output, and asks nothing of it. */
export async function readBilledBefore(
  { mode, output }: Pick<RunRequest, 'mode' | 'output'>,
  period: string,
): Promise<BilledBeforeRead> {
  if (mode === 'check') return { billedBefore: NOTHING_BILLED_BEFORE, problems: [] };
  const { batches, problems } = await readManifests(output);
  const earlier = batches.filter((batch) => batch.period < period);
  const read = await billedBeforeOf(output, earlier);
  return { ...read, problems: [...problems, ...read.problems] };
}
