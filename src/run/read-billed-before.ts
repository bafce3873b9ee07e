/** What the ledger behind a run remembers, once all of it is known to be whole. */
import { NOTHING_BILLED_BEFORE } from '../facts/billed-before.js';
import { billedBeforeOf, type BilledBeforeRead } from '../ledger/billed-orders.js';
import { brokenChain } from '../ledger/chain.js';
import { brokenHead, isHeadBehind, writeHead } from '../ledger/head.js';
import { readManifests } from '../ledger/read-manifests.js';
import type { RunRequest } from './run-request.js';

/**
 * `period` is `YYYY-MM`. A check needs no output, and asks nothing of it. Nothing rests on a ledger of
 * which a batch is lost, changed, or another's: the run ends before anything is compared.
 */
export async function readBilledBefore(
  { mode, output }: Pick<RunRequest, 'mode' | 'output'>,
  period: string,
): Promise<BilledBeforeRead> {
  const nothing = { billedBefore: NOTHING_BILLED_BEFORE, problems: [] };
  if (mode === 'check') return nothing;
  const { batches, problems } = await readManifests(output);
  const broken = [...problems, ...brokenChain(batches), ...(await brokenHead(output, batches))];
  if (broken.length > 0) return { ...nothing, problems: broken };
  if (mode === 'publish' && (await isHeadBehind(output, batches))) await writeHead(output);
  return billedBeforeOf(
    output,
    batches.filter((batch) => batch.period < period),
  );
}
