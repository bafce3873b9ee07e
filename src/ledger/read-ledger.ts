/** Reads the published batches back: they are the only state. */
import { standingDocuments } from '../documents/revise.js';
import type { Problem } from '../problem.js';
import { ifBroken, readBatch, type Batch } from './batch.js';
import { brokenLinks } from './chain.js';
import { foreignBatches } from './foreign-entries.js';
import type { LedgerEntry } from './ledger-entry.js';
import { listBatches, listPeriods } from './list-batches.js';
import { readHead } from './head.js';
import { earlierBatchesHash, readManifests } from './read-manifests.js';
import { readPeriod } from './read-batches.js';

/** The ledger as one period sees it. */
export interface Ledger {
  /** The batches of the period, in order. */
  readonly batches: readonly Batch[];
  /** Every document of the period, in order of issue. */
  readonly issued: readonly LedgerEntry[];
  /** Those that stand: issued, and not cancelled since. */
  readonly standing: readonly LedgerEntry[];
  /** The batch that the period's next one follows: its own last, or an earlier period's; null for a ledger's first. */
  readonly last: Batch | null;
  /** A batch of the ledger, whichever period's: what all share can be asked of it; null in a new ledger. */
  readonly neighbour: Batch | null;
  /** Of the ledger, which a run may have begun without a batch yet; null where there is none. */
  readonly id: string | null;
  /** What the batches of all earlier periods are known by together; null where there are none. */
  readonly earlier: string | null;
  /** Why nothing may be issued on top of it. */
  readonly problems: readonly Problem[];
}

export const EMPTY_LEDGER: Ledger = {
  batches: [],
  issued: [],
  standing: [],
  last: null,
  neighbour: null,
  id: null,
  earlier: null,
  problems: [],
};

/** With the chain of the period's batches checked. */
export async function readLedger(output: string, period: string): Promise<Ledger> {
  const foreign = await foreignBatches(output, period);
  const { batches, problems } = await readPeriod(output, period);
  const issued = batches.flatMap((batch) => batch.issued);
  const last = batches.at(-1) ?? (await lastBatchBefore(output, period));
  const neighbour = last ?? (await readManifests(output)).batches[0] ?? null;
  const head = await readHead(output).catch(ifBroken);
  return {
    batches,
    issued,
    standing: standingDocuments(issued),
    last,
    neighbour,
    id: neighbour?.manifest.ledger ?? head?.ledger ?? null,
    earlier: await earlierBatchesHash(output, period),
    problems: [...foreign, ...problems, ...brokenLinks(batches)],
  };
}

/** The latest readable batch of an earlier period. */
async function lastBatchBefore(output: string, period: string): Promise<Batch | null> {
  const earlier = (await listPeriods(output)).filter((one) => one < period);
  for (const one of earlier.reverse()) {
    for (const sequence of (await listBatches(output, one)).reverse()) {
      const batch = await readBatch(output, one, sequence).catch(ifBroken);
      if (batch !== null) return batch;
    }
  }
  return null;
}
