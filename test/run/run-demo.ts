/** Bills a month of some input folder, at a fixed time. */
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Document } from '../../src/documents/document.js';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import { batchPlace } from '../../src/ledger/batch-place.js';
import { documentsOf } from '../../src/ledger/ledger-entry.js';
import { runBilling } from '../../src/run/billing-run.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import type { RunRequest } from '../../src/run/run-request.js';
import type { RunResult } from '../../src/run/run-result.js';

export const DEMO = join(import.meta.dirname, '../../fixtures/demo/input');

export function bill(
  input: string,
  output: string,
  options: Partial<RunRequest> = {},
): Promise<RunResult> {
  return runBilling({
    mode: 'publish',
    input,
    output,
    strict: false,
    acceptRejected: 0,
    acceptIncomplete: new Set(),
    isUnattended: false,
    confirmRevisions: 0,
    confirmCancellations: 0,
    reissued: new Set(),
    workers: 0,
    finance: null,
    progress: () => undefined,
    spanOf: ({ timeZone, settlementDays }) =>
      spanToPublish(
        DateTime.fromISO('2026-11-20T09:00', { zone: timeZone }),
        parsePeriod('2026-10') ?? null,
        localDate('2026-11-20'),
        settlementDays,
      ),
    ...options,
  });
}

/** The documents of the batch that a run published, whole; none where it published nothing. */
export async function publishedDocuments(
  output: string,
  { status, period, batch }: Pick<RunResult, 'status' | 'period' | 'batch'>,
): Promise<Document[]> {
  if (status !== 'published' || period === null || batch === null) return [];
  const documents: Document[] = [];
  for await (const document of documentsOf(output, batchPlace(period, batch)))
    documents.push(document);
  return documents;
}
