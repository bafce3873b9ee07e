/** An issued document of the ledger, and where its whole text is. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { assert } from '../problem.js';
import type { Batch } from './batch.js';
import { documentFromJson } from './document-json.js';
import { fileLines } from './file-lines.js';
import { issuedDocument, type IssuedDocument } from './issued-document.js';
import { UnsoundDocuments } from './unsound-documents.js';

/** Inside a batch: a document a line, whole. */
export const DOCUMENTS = 'documents.jsonl';

export interface LedgerEntry extends IssuedDocument {
  readonly place: { readonly batch: string; readonly offset: number; readonly bytes: number };
}

/** The documents of a batch, in order of issue. Throws where they are not those of its manifest. */
export async function readEntries(output: string, batch: Batch): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for await (const { document, place } of vouchedDocuments(output, batch))
    entries.push({ ...issuedDocument(document), place });
  return entries;
}

interface PlacedDocument extends Pick<LedgerEntry, 'place'> {
  readonly document: Document;
}

/** One after the other; once all were seen it throws where they are not those of the batch's manifest. */
export async function* vouchedDocuments(
  output: string,
  { place: batch, manifest }: Batch,
): AsyncGenerator<PlacedDocument> {
  const hash = createHash('sha256');
  for await (const { text, offset } of fileLines(join(output, batch, DOCUMENTS))) {
    hash.update(text);
    const place = { batch, offset, bytes: text.length };
    yield { document: documentFromJson(text.toString()), place };
  }
  const expected = manifest.outputs.find(({ file }) => file === DOCUMENTS);
  if (expected?.sha256 !== hash.digest('hex')) throw new UnsoundDocuments('not-vouched-for');
}

/** By number, the documents of some entries as they were issued. */
export async function readDocuments(
  output: string,
  entries: readonly LedgerEntry[],
): Promise<Map<string, Document>> {
  const documents = new Map<string, Document>();
  for (const entry of entries) documents.set(entry.number, await readDocument(output, entry));
  return documents;
}

export async function readDocument(
  output: string,
  { number, place }: LedgerEntry,
): Promise<Document> {
  await using handle = await open(join(output, place.batch, DOCUMENTS));
  const { buffer } = await handle.read(Buffer.alloc(place.bytes), 0, place.bytes, place.offset);
  const document = documentFromJson(buffer.toString());
  assert(document.number === number, `${number} is where its batch was read to have it`);
  return document;
}

/** The documents of a batch or a preview, one after the other: it may be larger than memory. */
export async function* documentsOf(output: string, place: string): AsyncGenerator<Document> {
  for await (const { text } of fileLines(join(output, place, DOCUMENTS)))
    yield documentFromJson(text.toString());
}
