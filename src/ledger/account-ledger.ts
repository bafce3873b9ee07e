/** What accounts need of the ledger: every document of every period without its lines, and whom it billed. */
import type { AccountDocument } from '../documents/accounts/receipt.js';
import type { Document, Merchant } from '../documents/document.js';
import { errorMessage } from '../error-message.js';
import type { Problem } from '../problem.js';
import { readBatch, type Batch } from './batch.js';
import { batchPlace } from './batch-place.js';
import { brokenLedger } from './broken-ledger.js';
import { brokenChain } from './chain.js';
import { vouchedDocuments } from './ledger-entry.js';
import { listBatches, listPeriods } from './list-batches.js';

export interface AccountLedger {
  /** In order of period and issue. */
  readonly documents: readonly AccountDocument[];
  /** By id, as the latest document has them. */
  readonly merchants: ReadonlyMap<string, Merchant>;
  /** Why no account can be told. */
  readonly problems: readonly Problem[];
}

/** With the chain of all batches checked. */
export async function readAccountLedger(output: string): Promise<AccountLedger> {
  const documents: AccountDocument[] = [];
  const merchants = new Map<string, Merchant>();
  const batches: Batch[] = [];
  const problems: Problem[] = [];
  for (const [period, sequence] of await everyBatch(output)) {
    try {
      const batch = await readBatch(output, period, sequence);
      batches.push(batch);
      for await (const { document } of vouchedDocuments(output, batch)) {
        documents.push(accountDocument(document));
        merchants.set(document.merchant.merchantId, document.merchant);
      }
    } catch (error) {
      const place = batchPlace(period, sequence);
      problems.push(brokenLedger(place, { case: 'unreadable', reason: errorMessage(error) }));
    }
  }
  return { documents, merchants, problems: [...problems, ...brokenChain(batches)] };
}

async function everyBatch(output: string): Promise<(readonly [string, number])[]> {
  const found: (readonly [string, number])[] = [];
  for (const period of await listPeriods(output)) {
    for (const sequence of await listBatches(output, period)) found.push([period, sequence]);
  }
  return found;
}

function accountDocument(document: Document): AccountDocument {
  const { number, merchant, currency, period, issueDate, dueDate } = document;
  const { total, cancels, replaces } = document;
  return {
    number,
    merchantId: merchant.merchantId,
    currency,
    period,
    issueDate,
    dueDate,
    total,
    cancels,
    replaces,
  };
}
