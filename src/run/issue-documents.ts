/** Changes → the documents that bring them about, with their numbers. */
import type { Document } from '../documents/document.js';
import { PREVIEW_PREFIX } from '../documents/document-number.js';
import { issueChanges, type Change } from '../documents/revise.js';
import { readDocuments, type LedgerEntry } from '../ledger/ledger-entry.js';
import type { Billing } from './billing.js';

/** Numbers follow those of the period's ledger and of the `issued` documents of this run. */
export async function issueDocuments(
  { request, tables, ledger, span, issueDate }: Billing,
  changes: readonly Change<LedgerEntry>[],
  issued: number,
): Promise<Document[]> {
  const cancelled = changes.flatMap((change) => change.cancelled ?? []);
  const documents = await readDocuments(request.output, cancelled);
  const read = changes.map(({ draft, cancelled: entry }) => ({
    draft,
    cancelled: entry === null ? null : (documents.get(entry.number) ?? null),
  }));
  return issueChanges(read, {
    issuer: tables.provider,
    period: span.period,
    issueDate,
    prefix: request.mode === 'preview' ? PREVIEW_PREFIX : tables.provider.invoicePrefix,
    firstSequence: ledger.issued.length + issued + 1,
  });
}
