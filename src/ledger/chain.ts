/**
 * The chain of manifests: within a period batches are numbered from 1 without a gap and each names the
 * one before it; the first of a period names a batch of an earlier period, or none in a new ledger.
 */
import { groupBy } from '../group-by.js';
import type { Problem } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import type { Batch } from './batch.js';
import { batchPlace } from './batch-place.js';
import { brokenLedger } from './broken-ledger.js';
import { MANIFEST } from './manifest.js';

/** What is broken in the batches of a whole output folder, in order of period and sequence. */
export function brokenChain(batches: readonly Batch[]): Problem[] {
  const byPeriod = [...groupBy(batches, ({ period }) => period).values()];
  return [
    ...byPeriod.flatMap(brokenLinks),
    ...misplaced(batches),
    ...lostPredecessors(batches),
    ...moreThanOneLedger(batches),
  ];
}

/** What is broken in the batches of one period, in order. */
export function brokenLinks(batches: readonly Batch[]): Problem[] {
  return batches.flatMap((batch, at) => {
    const before = batches[at - 1];
    const expected = (before?.sequence ?? 0) + 1;
    if (batch.sequence !== expected)
      return [brokenLedger(batch.place, missing(expected, batch.sequence))];
    const isLinked = before === undefined || batch.manifest.previous === before.hash;
    return isLinked ? [] : [brokenLedger(batch.place, { case: 'unlinked' })];
  });
}

/** Batches that a folder shows as another month's or number's than they were published as. */
function misplaced(batches: readonly Batch[]): Problem[] {
  return batches
    .filter(({ period, sequence, manifest }) => {
      return manifest.period !== period || manifest.batch !== sequence;
    })
    .map(({ place, manifest }) =>
      brokenLedger(place, {
        case: 'misplaced',
        published: batchPlace(manifest.period, manifest.batch),
      }),
    );
}

/** The batches that should stand before one. */
function missing(from: number, sequence: number): ProblemValues['ledger-broken'] {
  return { case: 'batches-missing', from, to: sequence - 1 };
}

/** First batches that follow a batch which is not there as they knew it. */
function lostPredecessors(batches: readonly Batch[]): Problem[] {
  const hashes = new Set(batches.map(({ hash }) => hash));
  return batches
    .filter(({ sequence, manifest: { previous } }) => {
      return sequence === 1 && previous !== null && !hashes.has(previous);
    })
    .map(({ place }) => brokenLedger(place, { case: 'link-lost' }));
}

function moreThanOneLedger(batches: readonly Batch[]): Problem[] {
  if (new Set(batches.map(({ manifest }) => manifest.ledger)).size <= 1) return [];
  return [brokenLedger(MANIFEST, { case: 'ledgers-mixed' })];
}
