/** Checks what was published against its own manifests: hashes, chain, totals, numbers, cancellations. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { problem, type Problem } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import type { IssuedDocument } from './issued-document.js';
import { brokenLinks, readBatches, type Batch } from './ledger.js';
import { controlTotals } from './manifest.js';

export interface Verified {
  readonly batches: number;
  readonly documents: number;
  readonly files: number;
  readonly problems: readonly Problem[];
}

const NOTHING = { batches: 0, documents: 0, files: 0 };

function outputMissing(output: string): Problem {
  return problem('output-missing', { file: output }, { case: 'verify' });
}

/** Every batch of one period, or of all of them. */
export async function verifyLedger(output: string, period: string | null): Promise<Verified> {
  const isFolder = await lstat(output).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) return { ...NOTHING, problems: [outputMissing(output)] };
  const read = await readBatches(output);
  const batches = read.batches.filter((batch) => period === null || batch.period === period);
  const problems = [...read.problems, ...brokenChain(read.batches)];
  let files = 0;
  for (const batch of batches) {
    const expected = batch.manifest.outputs.map(({ file }) => file);
    files += expected.length;
    problems.push(...(await changedOutputs(output, batch)));
    problems.push(
      ...(await foreignOutputs(output, batch, new Set([...expected, 'manifest.json']))),
    );
    problems.push(...wrongTotals(batch));
  }
  for (const id of new Set(batches.map((batch) => batch.period))) {
    const issued = batches.filter((batch) => batch.period === id).flatMap((batch) => batch.issued);
    problems.push(...wrongNumbers(id, issued), ...wrongCancellations(id, issued));
  }
  if (period !== null && batches.length === 0)
    problems.push(found(period, { case: 'never-published' }));
  const documents = batches.reduce((total, batch) => total + batch.issued.length, 0);
  return { batches: batches.length, documents, files, problems };
}

function found(file: string, values: ProblemValues['ledger-broken']): Problem {
  return problem('ledger-broken', { file }, values);
}

/** The links of each period, and of each period's first batch to an earlier period. */
function brokenChain(batches: readonly Batch[]): Problem[] {
  const hashes = new Set(batches.map(({ hash }) => hash));
  const ledgers = new Set(batches.map(({ manifest }) => manifest.ledger));
  const periods = new Set(batches.map(({ period }) => period));
  const broken = [...periods].flatMap((period) =>
    brokenLinks(batches.filter((batch) => batch.period === period)),
  );
  const lost = batches.filter(
    ({ sequence, manifest }) =>
      sequence === 1 && manifest.previous !== null && !hashes.has(manifest.previous),
  );
  return [
    ...broken,
    ...lost.map(({ place }) => found(place, { case: 'link-lost' })),
    ...(ledgers.size > 1 ? [found('manifest.json', { case: 'ledgers-mixed' })] : []),
  ];
}

async function changedOutputs(output: string, { place, manifest }: Batch): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { file, sha256 } of manifest.outputs) {
    const path = join(output, place, file);
    const isFile = await lstat(path).then(
      (entry) => entry.isFile(),
      () => false,
    );
    if (!isFile) problems.push(found(`${place}/${file}`, { case: 'file-lost' }));
    else if ((await hashOf(path)) !== sha256)
      problems.push(found(`${place}/${file}`, { case: 'file-changed' }));
  }
  return problems;
}

async function foreignOutputs(
  output: string,
  { place }: Batch,
  expected: ReadonlySet<string>,
): Promise<Problem[]> {
  const entries = await readdir(join(output, place), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(output, place).length + 1))
    .filter((file) => !expected.has(file))
    .map((file) => found(`${place}/${file}`, { case: 'file-added' }));
}

function wrongTotals({ place, manifest, issued }: Batch): Problem[] {
  const expected = JSON.stringify(controlTotals(issued));
  return JSON.stringify(manifest.control_totals) === expected
    ? []
    : [found(`${place}/manifest.json`, { case: 'totals' })];
}

/** 000001, 000002, … over all batches of a period. */
function wrongNumbers(period: string, documents: readonly IssuedDocument[]): Problem[] {
  const sequences = documents.map(({ number }) => Number(number.slice(-6)));
  const wrong = sequences.findIndex((sequence, at) => sequence !== at + 1);
  if (wrong < 0) return [];
  const number = documents[wrong]?.number ?? '';
  return [found(period, { case: 'number', after: wrong, number })];
}

/** A reversal cancels an issued document of the period, once, in full. */
function wrongCancellations(period: string, documents: readonly IssuedDocument[]): Problem[] {
  const byNumber = new Map(documents.map((document) => [document.number, document]));
  const cancelled = new Set<string>();
  const problems: Problem[] = [];
  for (const reversal of documents) {
    if (reversal.cancels === null) continue;
    const original = byNumber.get(reversal.cancels);
    const isExact =
      original !== undefined &&
      !cancelled.has(original.number) &&
      original.total === -reversal.total &&
      original.moneyHash === reversal.moneyHash;
    if (!isExact) {
      const { number, cancels } = reversal;
      problems.push(found(period, { case: 'cancellation', number, cancels }));
    }
    cancelled.add(reversal.cancels);
  }
  return problems;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
