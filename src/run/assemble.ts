/** What a run knows → what is published: documents, statements, the manifest. */
import type { Document } from '../documents/document.js';
import type { ReferenceTables } from '../inputs/reference.js';
import type { LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import type { Problem } from '../problem.js';
import type { Ledger } from '../publishing/ledger.js';
import { sha256, type FileRecord } from '../publishing/manifest.js';
import type { Statement } from '../publishing/pdf/statement.js';
import type { Publication } from '../publishing/publish.js';
import type { Facts } from '../usage/roll-up.js';
import type { RunRequest } from './run-request.js';
import { VERSION } from './version.js';

export interface Parts {
  readonly tables: ReferenceTables;
  readonly facts: Facts;
  readonly span: BillingSpan;
  readonly ledger: Ledger;
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
  readonly reference: readonly FileRecord[];
  readonly issueDate: LocalDate;
}

export function assemble(request: RunRequest, parts: Parts): Publication {
  const { tables, facts, span, ledger, documents } = parts;
  const inputs = inputRecords(parts);
  return {
    documents,
    statementOf: (document) => statementOf(document, parts),
    problems: parts.problems,
    rows: facts.rows,
    orderStatements: facts.orderStatements(billedMerchants(documents)),
    manifest: {
      period: span.period.id,
      batch: ledger.batches + 1,
      previous: ledger.head,
      ledger: ledger.id ?? sha256(JSON.stringify(inputs)).slice(0, 16),
      version: VERSION,
      arguments: { issue_date: parts.issueDate, accept_rejected: request.acceptRejected },
      settlement_days: tables.provider.settlementDays,
      time_zone: tables.provider.timeZone,
      inputs,
    },
    progress: (done) => {
      request.progress('rendering', done, documents.length);
    },
  };
}

/** Who gets a document of what is billed, and with it a statement of its orders. */
function billedMerchants(documents: readonly Document[]): string[] {
  const billed = documents.filter(({ cancels }) => cancels === null);
  return [...new Set(billed.map(({ merchant }) => merchant.merchantId))];
}

function inputRecords({ facts, reference }: Parts): FileRecord[] {
  // A file that feeds two tables has its rows accounted for in each.
  const rowsOf = (file: string): number => {
    const all = facts.rows.filter((row) => row.file === file);
    const once = all.filter(({ table }) => table === all[0]?.table);
    return Number(once.reduce((total, { rows }) => total + rows, 0n));
  };
  return [
    ...reference.map(({ file, sha256: hash, rows }) => ({ file, sha256: hash, rows })),
    ...facts.files.map(({ file, sha256: hash }) => ({ file, sha256: hash, rows: rowsOf(file) })),
  ].sort((left, right) => (left.file < right.file ? -1 : 1));
}

/** Usage behind the lines; a reversal shows none, since it is rendered from the ledger alone. */
function statementOf({ cancels, lines }: Document, { facts, tables }: Parts): Statement {
  if (cancels !== null) return { contracts: [] };
  const billed = new Set(lines.map(({ contractId }) => contractId));
  const contracts = tables.contracts.filter(({ contractId }) => billed.has(contractId));
  return {
    contracts: contracts.map((contract) => ({
      contractId: contract.contractId,
      plan: contract.plan,
      usage: facts.usageOf(contract.contractId),
      ...(contract.plan === 'consultation_ladder' ? { tiers: contract.tiers } : {}),
    })),
  };
}
