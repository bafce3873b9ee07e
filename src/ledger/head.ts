/**
 * `HEAD` beside the periods: which batches stand, by the hashes of their manifests. Nobody reads a batch
 * by it: what it adds is that a batch is missed that nothing follows yet. It is behind the batches where
 * a run was killed right after its commit, and the next run brings it up to them.
 */
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import { groupBy } from '../group-by.js';
import type { Problem } from '../problem.js';
import type { Batch } from './batch.js';
import { batchPlace } from './batch-place.js';
import { brokenLedger } from './broken-ledger.js';
import { ownName } from './hidden-name.js';
import { readManifests } from './read-manifests.js';
import { removeLeftovers } from './remove-leftovers.js';
import { sha256 } from './sha256.js';
import { syncFolder, writeSynced } from './write-synced.js';

export const HEAD = 'HEAD';

/** The hashes of the manifests of each period's batches, in order. */
type Periods = Readonly<Record<string, readonly string[]>>;

export interface Head {
  readonly ledger: string;
  /** What all batches are known by together: see {@link tipOf}. */
  readonly tip: string;
  readonly periods: Periods;
}

type HashedBatch = Pick<Batch, 'period' | 'hash'>;

/** What a person may keep: it changes with every batch, and with any change to one. */
export function tipOf(batches: readonly HashedBatch[]): string {
  return sha256(JSON.stringify(periodsOf(batches)));
}

export function headText(ledger: string, batches: readonly HashedBatch[]): string {
  const head: Head = { ledger, tip: tipOf(batches), periods: periodsOf(batches) };
  return `${JSON.stringify(head, null, 2)}\n`;
}

function periodsOf(batches: readonly HashedBatch[]): Periods {
  const byPeriod = groupBy(batches, ({ period }) => period);
  return Object.fromEntries([...byPeriod].map(([id, of]) => [id, of.map(({ hash }) => hash)]));
}

/** null where there is none. Throws where it cannot be read. */
export async function readHead(output: string): Promise<Head | null> {
  try {
    return JSON.parse(await readFile(join(output, HEAD), 'utf8')) as Head;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Starts a ledger, before its first batch is published; false where another run has started one. */
export async function startHead(output: string, ledger: string): Promise<boolean> {
  try {
    await placeHead(output, headText(ledger, []), (made) => link(made, join(output, HEAD)));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  await syncFolder(output);
  return true;
}

/** Brings it up to the batches that stand; gives what they are known by. */
export async function writeHead(output: string): Promise<string | null> {
  for (;;) {
    const { batches } = await readManifests(output);
    const [first] = batches;
    if (first === undefined) return null;
    await placeHead(output, headText(first.manifest.ledger, batches), async (made) => {
      await removeLeftovers(output, made);
      await rename(made, join(output, HEAD));
    });
    await syncFolder(output);
    // another run may have published meanwhile, and have written what this one has just replaced
    const now = await readManifests(output);
    if (tipOf(now.batches) === tipOf(batches)) return tipOf(batches);
  }
}

/** Writes a head beside the one that stands, for `place` to put it there; whatever fails, nothing else is left of it. */
async function placeHead(
  output: string,
  text: string,
  place: (made: string) => Promise<void>,
): Promise<void> {
  const name = await ownName('head');
  const made = join(output, name);
  try {
    await writeSynced(output, name, text, null);
    await place(made);
  } finally {
    await rm(made, { force: true });
  }
}

/** Batches that it names and that are not there as it knows them; and a ledger without it. */
export async function brokenHead(output: string, batches: readonly Batch[]): Promise<Problem[]> {
  try {
    const head = await readHead(output);
    if (head === null)
      return batches.length === 0 ? [] : [brokenLedger(HEAD, { case: 'head-lost' })];
    return missingBatches(head, batches);
  } catch (error) {
    return [brokenLedger(HEAD, { case: 'head-unreadable', reason: errorMessage(error) })];
  }
}

function missingBatches({ periods }: Head, batches: readonly Batch[]): Problem[] {
  const there = new Map(batches.map(({ place, hash }) => [place, hash]));
  return Object.entries(periods).flatMap(([period, hashes]) =>
    hashes.flatMap((hash, at) => {
      const place = batchPlace(period, at + 1);
      const found = there.get(place);
      if (found === hash) return [];
      return [brokenLedger(place, { case: found === undefined ? 'batch-lost' : 'batch-changed' })];
    }),
  );
}

/** Whether a run was killed between its commit and this record of it. */
export async function isHeadBehind(output: string, batches: readonly Batch[]): Promise<boolean> {
  const head = await readHead(output);
  return head !== null && batches.length > 0 && head.tip !== tipOf(batches);
}
