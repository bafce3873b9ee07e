/**
 * Writes the files of the books for a batch that is already published, from what was published: its
 * documents, and the codes that are kept with it and with what it reverses. The batch stays as it is.
 */
import { append } from '../append.js';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Document } from '../documents/document.js';
import { BookedCodesOf, type BookedCodes } from '../ledger/booked-codes.js';
import { batchPlace } from '../ledger/batch-place.js';
import { documentsOf } from '../ledger/ledger-entry.js';
import type { FileRecord } from '../ledger/manifest.js';
import { readLedger, type Ledger } from '../ledger/read-ledger.js';
import { Staging } from '../ledger/staging.js';
import { FinanceFiles } from '../output/books/finance-files.js';
import { FinanceFolder } from '../output/books/finance-folder.js';
import { runErrors, type Problem } from '../problem.js';
import type { FinanceProfileName } from '../reference/finance-profiles.js';
import { readBookSettings, type BookSettings } from '../reference/read-book-settings.js';

export interface BooksRequest {
  /** `YYYY-MM`. */
  readonly period: string;
  /** 1 for the first batch of the period. */
  readonly sequence: number;
  readonly input: string;
  readonly output: string;
  /** The folder to make; null: `finance/<period>-<batch>` of the output folder. */
  readonly into: string | null;
  /** null: those of provider.json. */
  readonly profiles: readonly FinanceProfileName[] | null;
}

type BooksWritten =
  | { readonly status: 'written'; readonly folder: string; readonly files: readonly FileRecord[] }
  | { readonly status: 'refused' | 'no-batch' | 'no-profile' }
  | { readonly status: 'taken'; readonly folder: string };

export type BooksResult = BooksWritten & { readonly problems: readonly Problem[] };

const DOCUMENTS_AT_ONCE = 500;

export async function writeFinance(request: BooksRequest): Promise<BooksResult> {
  const { period, sequence, output } = request;
  const ledger = await readLedger(output, period);
  if (ledger.problems.length > 0) return { status: 'refused', problems: ledger.problems };
  const place = batchPlace(period, sequence);
  if (!ledger.batches.some((batch) => batch.place === place))
    return { status: 'no-batch', problems: [] };
  const settings = await readBookSettings(request.input, request.profiles);
  if (runErrors(settings.problems).length > 0)
    return { status: 'refused', problems: settings.problems };
  if (settings.profiles.length === 0) return { status: 'no-profile', problems: [] };
  const finance = new FinanceFiles({ ...settings, bookedCodes: keptCodes(output, ledger) });
  return writeWhole(request, place, finance, settings);
}

/** Whole or not at all: they are written beside, and one rename puts them in their place. */
async function writeWhole(
  { output, into }: BooksRequest,
  place: string,
  finance: FinanceFiles,
  { problems: found }: BookSettings,
): Promise<BooksResult> {
  const folder = into ?? join(output, 'finance', place.replace('/', '-'));
  await mkdir(dirname(folder), { recursive: true });
  const staging = await Staging.create(dirname(folder));
  const books = new FinanceFolder(staging.folder);
  const problems = [...found];
  try {
    for await (const documents of slicesOf(documentsOf(output, place))) {
      const addition = await finance.add(documents);
      append(problems, addition.problems);
      if (runErrors(problems).length === 0) await books.add(addition);
    }
    if (runErrors(problems).length > 0) return { status: 'refused', problems };
    await books.add(finance.finish());
    const files = await books.finish();
    const isPlaced = await staging.commit(folder, files, { inside: 'finance' });
    return isPlaced
      ? { status: 'written', folder, files, problems }
      : { status: 'taken', folder, problems };
  } finally {
    await books.abandon();
    await staging.remove();
  }
}

/** Those of the document itself go before those of what it reverses. */
function keptCodes(
  output: string,
  { batches, issued }: Ledger,
): (document: Document) => Promise<BookedCodes | null> {
  const booked = new BookedCodesOf(output, batches);
  const places = new Map(issued.map(({ number, place }) => [number, place.batch]));
  return async ({ number, cancels }) => {
    const own = await booked.codesOf(number, places.get(number) ?? '');
    if (cancels === null) return own;
    const reversed = await booked.codesOf(cancels, places.get(cancels) ?? '');
    return own === null && reversed === null ? null : { ...reversed, ...own };
  };
}

async function* slicesOf(documents: AsyncIterable<Document>): AsyncGenerator<Document[]> {
  let slice: Document[] = [];
  for await (const document of documents) {
    slice.push(document);
    if (slice.length < DOCUMENTS_AT_ONCE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
