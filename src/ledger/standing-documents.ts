/** The documents of a month that stand, without their lines, read back from the ledger one by one. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { withoutLines, type SummaryDocument } from './issued-document.js';
import { documentsOf } from './ledger.js';

const BATCH = /^batch-\d{3,}$/;

/** By number. */
type StandingDocuments = Map<string, SummaryDocument>;

export type Reading =
  | { readonly state: 'compared'; readonly standing: StandingDocuments; readonly issueDate: string }
  | { readonly state: 'absent' | 'unreadable' };

/** A reversal takes away what it cancels; anything else is added. */
function stand(standing: StandingDocuments, document: Document): void {
  if (document.cancels !== null) standing.delete(document.cancels);
  else standing.set(document.number, withoutLines(document));
}

/** What stands of a published month. */
export async function readMonth(output: string, period: string): Promise<Reading> {
  const entries = await readdir(join(output, period)).catch((): string[] => []);
  const batches = entries
    .filter((name) => BATCH.test(name))
    .sort((left, right) => left.length - right.length || (left < right ? -1 : 1));
  return readDocuments(
    output,
    batches.map((batch) => `${period}/${batch}`),
  );
}

/** What the latest preview of a month has. */
export async function readPreview(output: string, period: string): Promise<Reading> {
  const entries = await readdir(join(output, period)).catch((): string[] => []);
  return readDocuments(output, entries.includes('preview') ? [`${period}/preview`] : []);
}

/** A comparison that cannot be had stops no billing: the report says so. */
async function readDocuments(output: string, places: readonly string[]): Promise<Reading> {
  if (places.length === 0) return { state: 'absent' };
  const standing: StandingDocuments = new Map();
  let issueDate = '';
  try {
    for (const place of places) {
      for await (const document of documentsOf(output, place)) {
        issueDate = document.issueDate;
        stand(standing, document);
      }
    }
  } catch {
    return { state: 'unreadable' };
  }
  return { state: 'compared', standing, issueDate };
}
