/** What a run knows → what is published: statements behind the documents, the manifest. */
import type { Document } from '../documents/document.js';
import type { ReferenceRead } from '../reference/read-reference.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { Usage } from '../pricing/usage.js';
import type { BatchRest, StatedDocument } from '../output/batch-writer.js';
import { FinanceFiles } from '../output/books/finance-files.js';
import type { Ledger, LedgerEntry } from '../ledger/ledger.js';
import { controlTotals, sha256, type FileRecord } from '../ledger/manifest.js';
import type { StatementContract } from '../output/pdf/statement.js';
import { blockedMerchants } from '../problem.js';
import type { Facts } from '../facts/roll-up.js';
import type { BilledSlice } from './bill-slices.js';
import type { BilledRows } from './billed-rows.js';
import { gatherReport } from './gather-report.js';
import { accountForReference } from './reference-accounting.js';
import type { RunRequest } from './run-request.js';
import type { RunTally } from './run-tally.js';
import { VERSION } from './version.js';

/** What is known of a run once its facts are rolled up. */
export interface Billing {
  readonly request: RunRequest;
  readonly tables: ReferenceTables;
  readonly reference: Pick<ReferenceRead, 'files' | 'reads'>;
  readonly facts: Facts;
  readonly ledger: Ledger;
  readonly span: BillingSpan;
  readonly issueDate: LocalDate;
}

/** Each document with the usage behind its lines; a reversal has none, since it is made from the ledger alone. */
export function statedDocuments({ documents, contracts, usageOf }: BilledSlice): StatedDocument[] {
  const contractById = new Map(contracts.map((contract) => [contract.contractId, contract]));
  return documents.map((document) => {
    const ids = document.cancels === null ? contractIdsOf(document) : [];
    const shown = ids.flatMap((id) => contractById.get(id) ?? []);
    return {
      document,
      statement: {
        contracts: shown.map((contract) => statementOf(contract, usageOf(contract.contractId))),
      },
    };
  });
}

/** In order of id. */
function contractIdsOf({ lines }: Document): string[] {
  return [...new Set(lines.map(({ contractId }) => contractId))].sort();
}

function statementOf(contract: Contract, usage: Usage): StatementContract {
  const { contractId, plan } = contract;
  if (plan !== 'consultation_ladder') return { contractId, plan, usage };
  const limits = contract.tiers.flatMap(({ upTo }) =>
    upTo === null ? [] : Number(upTo.toDecimal()),
  );
  return { contractId, plan, usage, limits };
}

/** The writer of the files for accounting systems, which may be for none. */
export function financeFilesOf(
  { finance, exchangeRates }: ReferenceTables,
  billed: BilledRows,
): FinanceFiles {
  return new FinanceFiles(finance.profiles, finance.settings, (period, from, to) => {
    const found = exchangeRates.find(
      (row) => row.period === period && row.from.code === from && row.to.code === to,
    );
    if (found !== undefined) billed.addRate(found.from, found.to);
    return found?.rate;
  });
}

/** What a batch holds besides its documents. */
export async function restOf(
  billing: Billing,
  tally: RunTally,
  standing: readonly LedgerEntry[],
): Promise<BatchRest> {
  const { request, tables, reference, facts, ledger, span, issueDate } = billing;
  const { problems, billed } = tally;
  const batch = ledger.batches + 1;
  const inputs = inputRecords(billing);
  const rows = [
    ...accountForReference(reference.reads, { span, problems, billed }),
    ...(await facts.accountFor(blockedMerchants(problems))),
  ];
  return {
    problems,
    rows,
    orderStatements: facts.orderStatements(billedMerchants(tally)),
    report: await gatherReport(request.output, {
      provider: tables.provider,
      merchants: tables.merchants,
      period: span.period,
      batch: request.mode === 'preview' ? null : batch,
      issueDate,
      problems,
      rows,
      standing,
      documents: tally.documents,
    }),
    manifest: {
      period: span.period.id,
      batch,
      previous: ledger.head,
      ledger: ledger.id ?? sha256(JSON.stringify(inputs)).slice(0, 16),
      version: VERSION,
      arguments: { issue_date: issueDate, accept_rejected: request.acceptRejected },
      settlement_days: tables.provider.settlementDays,
      time_zone: tables.provider.timeZone,
      inputs,
      control_totals: controlTotals(tally.documents),
    },
  };
}

/** Who gets a document of what is billed, and with it a statement of its orders. */
function billedMerchants({ documents }: RunTally): string[] {
  const billed = documents.filter(({ cancels }) => cancels === null);
  return [...new Set(billed.map(({ merchantId }) => merchantId))];
}

function inputRecords({ facts, reference }: Billing): FileRecord[] {
  return [...reference.files, ...facts.files]
    .map(({ file, sha256: hash, rows }) => ({ file, sha256: hash, rows }))
    .sort((left, right) => (left.file < right.file ? -1 : 1));
}
