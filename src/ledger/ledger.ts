/** Reads the published batches back: they are the only state. */
import { createHash } from 'node:crypto';
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { assert, problem, type Problem } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import { documentFromJson } from './document-json.js';
import { issuedDocument, type IssuedDocument } from './issued-document.js';
import { sha256, type Manifest } from './manifest.js';
import { isPreviewForeign } from './preview.js';

const BATCH = /^batch-(\d{3,})$/;
const PERIOD = /^\d{4}-\d{2}$/;

/** One published batch as it is on disk. */
export interface Batch {
  readonly period: string;
  readonly sequence: number;
  /** Relative to the output folder. */
  readonly place: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly hash: string;
  readonly issued: readonly LedgerEntry[];
}

/** An issued document, and where its whole text is. */
export interface LedgerEntry extends IssuedDocument {
  readonly place: { readonly batch: string; readonly offset: number; readonly bytes: number };
}

export interface Ledger {
  /** The number of batches of the period. */
  readonly batches: number;
  /** Every document of the period, in order of issue. */
  readonly issued: readonly LedgerEntry[];
  /** SHA-256 of the manifest that the next batch follows; null where it is the ledger's first. */
  readonly head: string | null;
  /** The id that all batches of the ledger carry; null before the first. */
  readonly id: string | null;
  /** What the latest batch up to the period was billed with. */
  readonly settings: Settings | null;
  readonly problems: readonly Problem[];
}

/** What a period was billed with and the next ones must be too. */
interface Settings {
  readonly period: string;
  readonly settlementDays: number;
  readonly timeZone: string;
}

/** The ledger as one period sees it, with the chain of its batches checked. */
export async function readLedger(output: string, period: string): Promise<Ledger> {
  const foreign = await foreignEntries(output, period);
  const own = await readPeriod(output, period);
  const earlier = await lastBatchBefore(output, period);
  const last = own.batches.at(-1) ?? earlier;
  return {
    batches: own.batches.length,
    issued: own.batches.flatMap(({ issued }) => issued),
    head: last?.hash ?? null,
    id: last?.manifest.ledger ?? null,
    settings: settingsOf(last?.manifest),
    problems: [...foreign, ...own.problems, ...brokenLinks(own.batches)],
  };
}

/** Every batch of every period, in order. */
export async function readBatches(
  output: string,
): Promise<{ batches: Batch[]; problems: Problem[] }> {
  const batches: Batch[] = [];
  const problems: Problem[] = [];
  for (const period of await periodsOf(output)) {
    const read = await readPeriod(output, period);
    batches.push(...read.batches);
    problems.push(...read.problems);
  }
  return { batches, problems };
}

/** Within a period, batches are numbered from 1 without a gap, and each names the one before it. */
export function brokenLinks(batches: readonly Batch[]): Problem[] {
  return batches.flatMap((batch, at) => {
    const before = batches[at - 1];
    const follows = (before?.sequence ?? 0) + 1;
    if (batch.sequence !== follows) {
      const to = batch.sequence - 1;
      return [broken(batch.place, { case: 'batches-missing', from: follows, to })];
    }
    const isLinked = before === undefined || batch.manifest.previous === before.hash;
    return isLinked ? [] : [broken(batch.place, { case: 'unlinked' })];
  });
}

async function readPeriod(
  output: string,
  period: string,
): Promise<{ batches: Batch[]; problems: Problem[] }> {
  const batches: Batch[] = [];
  const problems: Problem[] = [];
  for (const sequence of await sequencesOf(join(output, period))) {
    const place = `${period}/batch-${String(sequence).padStart(3, '0')}`;
    try {
      const batch = await readBatch(output, period, sequence, place);
      batches.push(batch);
    } catch (error) {
      problems.push(broken(place, faultOf(error)));
    }
  }
  return { batches, problems };
}

async function readBatch(
  output: string,
  period: string,
  sequence: number,
  place: string,
): Promise<Batch> {
  const text = await readFile(join(output, place, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const issued: LedgerEntry[] = [];
  for await (const entry of entriesOf(output, place, manifest)) issued.push(entry);
  return { period, sequence, place, manifest, hash: sha256(text), issued };
}

/** Why a batch cannot be read. */
function faultOf(error: unknown): ProblemValues['ledger-broken'] {
  if (error instanceof UnsoundDocuments) return { case: error.fault };
  return { case: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}

/** Documents of a batch that are not as they were published. */
class UnsoundDocuments extends Error {
  constructor(readonly fault: 'cut-off' | 'not-vouched-for') {
    super(fault);
  }
}

const DOCUMENTS = 'documents.jsonl';
const LINE_FEED = 0x0a;

/** The documents of a batch, one after the other: a batch may be larger than memory. */
export async function* documentsOf(output: string, place: string): AsyncGenerator<Document> {
  for await (const { text } of linesOf(join(output, place, DOCUMENTS)))
    yield documentFromJson(text.toString());
}

/** The documents of some entries, as they were issued. */
export async function readDocuments(
  output: string,
  entries: readonly LedgerEntry[],
): Promise<Map<string, Document>> {
  const documents = new Map<string, Document>();
  for (const { number, place } of entries) {
    const handle = await open(join(output, place.batch, DOCUMENTS));
    const { buffer } = await handle.read(Buffer.alloc(place.bytes), 0, place.bytes, place.offset);
    await handle.close();
    const document = documentFromJson(buffer.toString());
    assert(document.number === number, `${number} is where its batch was read to have it`);
    documents.set(number, document);
  }
  return documents;
}

async function* entriesOf(
  output: string,
  batch: string,
  manifest: Manifest,
): AsyncGenerator<LedgerEntry> {
  const hash = createHash('sha256');
  for await (const { text, offset } of linesOf(join(output, batch, DOCUMENTS))) {
    hash.update(text);
    const document = issuedDocument(documentFromJson(text.toString()));
    yield { ...document, place: { batch, offset, bytes: text.length } };
  }
  const expected = manifest.outputs.find(({ file }) => file === DOCUMENTS);
  if (expected?.sha256 !== hash.digest('hex')) {
    throw new UnsoundDocuments('not-vouched-for');
  }
}

/** The lines of a file, each with its line feed. */
async function* linesOf(path: string): AsyncGenerator<{ text: Buffer; offset: number }> {
  const handle = await open(path);
  let rest = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of handle.createReadStream()) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let end = rest.indexOf(LINE_FEED);
    while (end >= 0) {
      yield { text: rest.subarray(0, end + 1), offset };
      offset += end + 1;
      rest = rest.subarray(end + 1);
      end = rest.indexOf(LINE_FEED);
    }
  }
  if (rest.length > 0) throw new UnsoundDocuments('cut-off');
}

async function lastBatchBefore(output: string, period: string): Promise<Batch | undefined> {
  const earlier = (await periodsOf(output)).filter((name) => name < period).reverse();
  for (const name of earlier) {
    const last = (await readPeriod(output, name)).batches.at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** `YYYY-MM` of the latest period that has a batch. */
export async function lastPublishedPeriod(output: string): Promise<string | null> {
  for (const period of (await periodsOf(output)).reverse()) {
    if ((await sequencesOf(join(output, period))).length > 0) return period;
  }
  return null;
}

async function periodsOf(output: string): Promise<string[]> {
  return (await foldersOf(output)).filter((name) => PERIOD.test(name)).sort();
}

async function sequencesOf(folder: string): Promise<number[]> {
  const sequences = (await foldersOf(folder)).flatMap((name) => BATCH.exec(name)?.[1] ?? []);
  return sequences.map(Number).sort((left, right) => left - right);
}

function settingsOf(manifest: Manifest | undefined): Ledger['settings'] {
  if (manifest === undefined) return null;
  const { period } = manifest;
  return { period, settlementDays: manifest.settlement_days, timeZone: manifest.time_zone };
}

/** What stands in the place of a preview of a period and is none. */
export async function foreignPreview(output: string, period: string): Promise<Problem[]> {
  const folder = await lstat(join(output, period)).catch(() => null);
  if (folder === null) return [];
  if (!folder.isDirectory()) return [foreign(period)];
  const isForeign = await isPreviewForeign(join(output, period));
  return isForeign ? [foreign(`${period}/preview`)] : [];
}

/** A link or a file in the place of a folder of the ledger is neither followed nor written over. */
async function foreignEntries(output: string, period: string): Promise<Problem[]> {
  const folder = await lstat(join(output, period)).catch(() => null);
  if (folder === null) return [];
  if (!folder.isDirectory()) return [foreign(period)];
  const entries = await readdir(join(output, period), { withFileTypes: true });
  return entries
    .filter((entry) => BATCH.test(entry.name) && !entry.isDirectory())
    .map((entry) => foreign(`${period}/${entry.name}`));
}

function foreign(place: string): Problem {
  return problem('ledger-broken', { file: place }, { case: 'foreign' });
}

/** Real folders alone: a link is never followed. */
async function foldersOf(folder: string): Promise<string[]> {
  const isThere = await lstat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function broken(place: string, values: ProblemValues['ledger-broken']): Problem {
  return problem('ledger-broken', { file: place }, values);
}
