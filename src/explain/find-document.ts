/** A document by its number, out of what was published. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { didYouMean } from '../words/did-you-mean.js';
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

/** Why there is no such document, and what to do. */
export interface NotFound {
  readonly message: string;
  readonly problems: readonly Problem[];
}

const NUMBER = /^(.+)-(\d{4})(0[1-9]|1[0-2])-\d+$/;
const PREVIEW = 'PREVIEW';

export async function findDocument(
  output: string,
  asked: string,
): Promise<FoundDocument | NotFound> {
  const [, prefix, year = '', month = ''] = NUMBER.exec(asked) ?? [];
  if (prefix === undefined) return unknown(output, `${asked} is no number of a document`, []);
  const period = `${year}-${month}`;
  if (prefix === PREVIEW) return inPreview(output, period, asked);
  const { issued, problems } = await readLedger(output, period);
  const entry = issued.find(({ number }) => number === asked);
  if (entry === undefined)
    return unknown(
      output,
      `no document ${asked} was published`,
      issued.map(({ number }) => number),
      problems,
    );
  const document = (await readDocuments(output, [entry])).get(asked);
  if (document === undefined) return unknown(output, `${asked} cannot be read`, [], problems);
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
    return unknown(output, `${output} has no preview of ${period}`, []);
  }
  return unknown(output, `the preview of ${period} has no document ${asked}`, numbers);
}

async function manifestOf(output: string, batch: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(output, batch, 'manifest.json'), 'utf8')) as Manifest;
}

async function unknown(
  output: string,
  message: string,
  numbers: readonly string[],
  problems: readonly Problem[] = [],
): Promise<NotFound> {
  const asked = message.split(' ').find((word) => NUMBER.test(word)) ?? '';
  const hint =
    numbers.length > 0
      ? `there are ${numbers[0] ?? ''} to ${numbers.at(-1) ?? ''}, ${didYouMean(asked, numbers)}`
      : await batchesText(output);
  return { message: `${message}; ${hint}`, problems };
}

async function batchesText(output: string): Promise<string> {
  const found: string[] = [];
  for (const period of (await foldersOf(output)).filter((name) => /^\d{4}-\d{2}$/.test(name)))
    for (const batch of await foldersOf(join(output, period)))
      if (/^batch-\d{3,}$/.test(batch)) found.push(`${period}/${batch}`);
  return found.length === 0
    ? `${output} has no published batch`
    : `${output} has ${found.join(', ')}; a number looks like INV-202610-000001`;
}

async function foldersOf(folder: string): Promise<string[]> {
  return (await readdir(folder).catch((): string[] => [])).sort();
}
