/** The documents of a month that stand, without their lines, read back from the ledger one by one. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { ifAbsent, throwSystemFault } from '../system-fault.js';
import { batchPlace, batchSequences, PREVIEW_FOLDER, previewPlace } from './batch-place.js';
import { withoutLines, type SummaryDocument } from './issued-document.js';
import { documentsOf } from './ledger-entry.js';

/** By number. */
type StandingDocuments = Map<string, SummaryDocument>;

export type MonthRead =
  | { readonly state: 'compared'; readonly standing: StandingDocuments; readonly issueDate: string }
  | { readonly state: 'absent' | 'unreadable' };

/** What stands of a published month. */
export async function readMonth(output: string, period: string): Promise<MonthRead> {
  const sequences = batchSequences(await namesIn(join(output, period)));
  return readStanding(
    output,
    sequences.map((sequence) => batchPlace(period, sequence)),
  );
}

/** What the latest preview of a month has. */
export async function readPreview(output: string, period: string): Promise<MonthRead> {
  const isThere = (await namesIn(join(output, period))).includes(PREVIEW_FOLDER);
  return readStanding(output, isThere ? [previewPlace(period)] : []);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(ifAbsent([]));
}

/** A comparison that cannot be had stops no billing: the report says so. */
async function readStanding(output: string, places: readonly string[]): Promise<MonthRead> {
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
  } catch (error) {
    throwSystemFault(error);
    return { state: 'unreadable' };
  }
  return { state: 'compared', standing, issueDate };
}

/** A reversal takes away what it cancels; anything else is added. */
function stand(standing: StandingDocuments, document: Document): void {
  if (document.cancels !== null) standing.delete(document.cancels);
  else standing.set(document.number, withoutLines(document));
}
