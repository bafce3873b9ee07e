/** Checks what was published against its own manifests: hashes, chain, totals, numbers, cancellations. */
import { append } from '../append.js';
import { groupBy } from '../group-by.js';
import { pathKind } from '../path-kind.js';
import { problem, type Problem } from '../problem.js';
import { brokenLedger } from './broken-ledger.js';
import { brokenChain } from './chain.js';
import { changedOutputs } from './changed-outputs.js';
import { controlTotals } from './control-totals.js';
import { brokenHead, HEAD, tipOf } from './head.js';
import { MANIFEST } from './manifest.js';
import { readAllPeriods, type IssuedBatch } from './read-batches.js';
import { wrongCancellations } from './wrong-cancellations.js';
import { wrongNumbers } from './wrong-numbers.js';

export interface Verified {
  readonly batches: number;
  readonly documents: number;
  readonly files: number;
  readonly problems: readonly Problem[];
}

/** Every batch of one period, or of all of them; `tip` is what a person has kept of all. */
export async function verifyLedger(
  output: string,
  period: string | null,
  tip: string | null = null,
): Promise<Verified> {
  if ((await pathKind(output)) !== 'folder')
    return { batches: 0, documents: 0, files: 0, problems: [outputMissing(output)] };
  const read = await readAllPeriods(output);
  const batches = read.batches.filter((batch) => period === null || batch.period === period);
  const problems = [
    ...read.problems,
    ...brokenChain(read.batches),
    ...(await brokenHead(output, read.batches)),
    ...wrongTip(tip, read.batches),
  ];
  for (const batch of batches) {
    append(problems, await changedOutputs(output, batch));
    append(problems, wrongTotals(batch));
  }
  for (const [id, ofPeriod] of groupBy(batches, (batch) => batch.period)) {
    const issued = ofPeriod.flatMap((batch) => batch.issued);
    append(problems, wrongNumbers(id, issued));
    append(problems, wrongCancellations(id, issued));
  }
  if (period !== null && batches.length === 0) problems.push(neverPublished(period));
  return {
    batches: batches.length,
    documents: sumOf(batches, ({ issued }) => issued.length),
    files: sumOf(batches, ({ manifest }) => manifest.outputs.length),
    problems,
  };
}

function wrongTip(kept: string | null, batches: readonly IssuedBatch[]): Problem[] {
  const tip = tipOf(batches);
  return kept === null || kept === tip ? [] : [brokenLedger(HEAD, { case: 'head-differs', tip })];
}

function sumOf(batches: readonly IssuedBatch[], count: (batch: IssuedBatch) => number): number {
  return batches.reduce((total, batch) => total + count(batch), 0);
}

function wrongTotals({ place, manifest, issued }: IssuedBatch): Problem[] {
  const expected = JSON.stringify(controlTotals(issued));
  return JSON.stringify(manifest.control_totals) === expected
    ? []
    : [brokenLedger(`${place}/${MANIFEST}`, { case: 'totals' })];
}

function outputMissing(output: string): Problem {
  return problem('output-missing', { file: output }, { case: 'verify' });
}

function neverPublished(period: string): Problem {
  return brokenLedger(period, { case: 'never-published' });
}
