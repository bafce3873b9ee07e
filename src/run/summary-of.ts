/** What a batch holds besides its documents. */
import { blockedMerchants } from '../problem.js';
import type { BatchSummary } from '../output/batch-writer.js';
import { atPlaces } from '../reference/table-places.js';
import { accountForReference } from './account-for-reference.js';
import type { Billing } from './billing.js';
import { gatherReport } from './gather-report.js';
import { manifestOf } from './manifest-of.js';
import type { RunSoFar } from './run-so-far.js';

export async function summaryOf(billing: Billing, run: RunSoFar): Promise<BatchSummary> {
  const { request, tables, reference, facts, ledger, span, issueDate } = billing;
  const { problems: found, billed, documents } = run;
  const manifest = manifestOf(billing, run);
  const rows = [
    ...accountForReference(reference.reads, { span, problems: found, billed }),
    ...(await facts.accountFor(blockedMerchants(found))),
  ];
  const problems = atPlaces(found, run.places);
  const report = await gatherReport(request.output, {
    provider: tables.provider,
    language: request.language ?? tables.provider.language,
    merchants: tables.merchants,
    period: span.period,
    batch: request.mode === 'preview' ? null : manifest.batch,
    issueDate,
    problems,
    rows,
    standing: ledger.standing,
    documents,
  });
  const orderStatements = facts.orderStatements(billedMerchants(run));
  const billedOrders = request.mode === 'preview' ? null : await facts.billedOrders(documents);
  return { problems, rows, orderStatements, billedOrders, report, manifest };
}

/** Who gets a document of what is billed, and with it a statement of its orders. */
function billedMerchants({ documents }: RunSoFar): string[] {
  const billed = documents.filter(({ cancels }) => cancels === null);
  return [...new Set(billed.map(({ merchantId }) => merchantId))];
}
