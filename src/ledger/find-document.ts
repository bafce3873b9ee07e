/** A document by its number, out of what was published. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { parseDocumentNumber, PREVIEW_PREFIX } from '../documents/document-number.js';
import type { Problem } from '../problem.js';
import type { DocumentNotFound } from '../words/document-not-found.js';
import { throwSystemFault } from '../system-fault.js';
import { previewPlace } from './batch-place.js';
import { documentsOf, readDocument, type LedgerEntry } from './ledger-entry.js';
import { listPlaces } from './list-batches.js';
import { MANIFEST, type Manifest } from './manifest.js';
import { readLedger } from './read-ledger.js';

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

export interface MissingDocument extends DocumentNotFound {
  readonly problems: readonly Problem[];
}

export async function findDocument(
  output: string,
  number: string,
): Promise<FoundDocument | MissingDocument> {
  const parts = parseDocumentNumber(number);
  if (parts === null) return missing(output, 'not-a-number', '');
  const { prefix, period } = parts;
  return prefix === PREVIEW_PREFIX
    ? findInPreview(output, period, number)
    : findInLedger(output, period, number);
}

async function findInLedger(
  output: string,
  period: string,
  number: string,
): Promise<FoundDocument | MissingDocument> {
  const { issued, problems } = await readLedger(output, period);
  const entry = issued.find((one) => one.number === number);
  if (entry === undefined) {
    const numbers = issued.map((one) => one.number);
    return missing(output, 'not-published', period, numbers, problems);
  }
  const { batch } = entry.place;
  return {
    document: await readDocument(output, entry),
    batch,
    manifest: await manifestOf(output, batch),
    ...laterOf(entry, issued),
  };
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

async function findInPreview(
  output: string,
  period: string,
  number: string,
): Promise<FoundDocument | MissingDocument> {
  const batch = previewPlace(period);
  const numbers: string[] = [];
  try {
    for await (const document of documentsOf(output, batch)) {
      numbers.push(document.number);
      if (document.number !== number) continue;
      const manifest = await manifestOf(output, batch);
      return { document, batch, manifest, cancelledBy: null, replacedBy: null };
    }
  } catch (error) {
    throwSystemFault(error);
    return missing(output, 'no-preview', period);
  }
  return missing(output, 'not-in-preview', period, numbers);
}

async function manifestOf(output: string, batch: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(output, batch, MANIFEST), 'utf8')) as Manifest;
}

async function missing(
  output: string,
  why: MissingDocument['missing'],
  period: string,
  numbers: readonly string[] = [],
  problems: readonly Problem[] = [],
): Promise<MissingDocument> {
  return { missing: why, period, numbers, batches: await listPlaces(output), problems };
}
