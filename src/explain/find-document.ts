/** A document by its number, out of what was published. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentNotFound } from '../words/document-not-found.js';
import { nearestWord } from '../words/nearest-word.js';
import type { Document } from '../documents/document.js';
import type { Problem } from '../problem.js';
import { documentsOf, readDocuments, readLedger, type LedgerEntry } from '../ledger/ledger.js';
import type { Manifest } from '../ledger/manifest.js';

export interface FoundDocument {
  readonly document: Document;
  /** Relative to the output folder: `2026-10/batch-001`. */
  readonly batch: string;
  readonly manifest: Manifest;
  /** The number of the document that cancelled this one; null where it stands. */
  readonly cancelledBy: string | null;
  /** The number of the document that stands in its place; null where there is none. */
  readonly replacedBy: string | null;
}

export interface NotFound {
  readonly notFound: DocumentNotFound;
  readonly problems: readonly Problem[];
}

const NUMBER = /^(.+)-(\d{4})(0[1-9]|1[0-2])-\d+$/;
const PREVIEW = 'PREVIEW';

export async function findDocument(
  output: string,
  asked: string,
): Promise<FoundDocument | NotFound> {
  const [, prefix, year = '', month = ''] = NUMBER.exec(asked) ?? [];
  if (prefix === undefined) return unknown({ case: 'no-number', asked, period: null, output }, []);
  const period = `${year}-${month}`;
  if (prefix === PREVIEW) return inPreview(output, period, asked);
  const { issued, problems } = await readLedger(output, period);
  const entry = issued.find(({ number }) => number === asked);
  const numbers = issued.map(({ number }) => number);
  if (entry === undefined)
    return unknown({ case: 'not-published', asked, period, output }, numbers, problems);
  const document = (await readDocuments(output, [entry])).get(asked);
  if (document === undefined)
    return unknown({ case: 'unreadable', asked, period, output }, [], problems);
  const { batch } = entry.place;
  return { document, batch, manifest: await manifestOf(output, batch), ...laterOf(entry, issued) };
}

function laterOf(
  { number }: LedgerEntry,
  issued: readonly LedgerEntry[],
): Pick<FoundDocument, 'cancelledBy' | 'replacedBy'> {
  return {
    cancelledBy: issued.find(({ cancels }) => cancels === number)?.number ?? null,
    replacedBy: issued.find(({ replaces }) => replaces === number)?.number ?? null,
  };
}

async function inPreview(
  output: string,
  period: string,
  asked: string,
): Promise<FoundDocument | NotFound> {
  const batch = `${period}/preview`;
  const numbers: string[] = [];
  try {
    for await (const document of documentsOf(output, batch)) {
      numbers.push(document.number);
      if (document.number !== asked) continue;
      const manifest = await manifestOf(output, batch);
      return { document, batch, manifest, cancelledBy: null, replacedBy: null };
    }
  } catch {
    return unknown({ case: 'no-preview', asked, period, output }, []);
  }
  return unknown({ case: 'not-in-preview', asked, period, output }, numbers);
}

async function manifestOf(output: string, batch: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(output, batch, 'manifest.json'), 'utf8')) as Manifest;
}

async function unknown(
  asked: Pick<DocumentNotFound, 'case' | 'asked' | 'period' | 'output'>,
  numbers: readonly string[],
  problems: readonly Problem[] = [],
): Promise<NotFound> {
  const [first] = numbers;
  const last = numbers.at(-1);
  const nearest = nearestWord(asked.asked, numbers);
  if (first !== undefined && last !== undefined && nearest !== null)
    return { notFound: { ...asked, numbers: { first, last, nearest }, batches: [] }, problems };
  const batches = await batchesIn(asked.output);
  return { notFound: { ...asked, numbers: null, batches }, problems };
}

async function batchesIn(output: string): Promise<string[]> {
  const found: string[] = [];
  for (const period of (await foldersOf(output)).filter((name) => /^\d{4}-\d{2}$/.test(name)))
    for (const batch of await foldersOf(join(output, period)))
      if (/^batch-\d{3,}$/.test(batch)) found.push(`${period}/${batch}`);
  return found;
}

async function foldersOf(folder: string): Promise<string[]> {
  return (await readdir(folder).catch((): string[] => [])).sort();
}
