/** One run: the input of a period → a published batch, a preview, or the problems alone. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document, Provider } from '../documents/document.js';
import { revise, standingDocuments } from '../documents/revise.js';
import { readReference } from '../inputs/read-reference.js';
import type { ReferenceTables } from '../inputs/reference.js';
import type { LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import { asWarning, blockedMerchants, problem, runErrors, type Problem } from '../problem.js';
import { readLedger, type Ledger } from '../publishing/ledger.js';
import { sha256, type FileRecord } from '../publishing/manifest.js';
import { publishBatch, publishPreview, type Publication } from '../publishing/publish.js';
import type { Statement } from '../publishing/pdf/statement.js';
import { rollUpFacts, type RolledUp } from '../usage/roll-up.js';
import { priceMerchants } from './price-merchants.js';
import { VERSION } from './version.js';

export interface RunRequest {
  readonly mode: 'publish' | 'preview' | 'check';
  readonly input: string;
  readonly output: string;
  /** The span, which depends on the provider's zone and settlement days. */
  readonly spanOf: (provider: Provider) => SpanChoice;
  readonly strict: boolean;
  readonly progress: (stage: string, done?: number, of?: number) => void;
}

/** What is priced and when it is issued, or why it cannot be. */
export type SpanChoice =
  | {
      readonly span: BillingSpan;
      readonly issueDate: LocalDate;
      readonly warnings: readonly Problem[];
    }
  | { readonly refused: Problem };

export interface RunResult {
  readonly status: 'published' | 'unchanged' | 'checked' | 'refused';
  readonly period: string | null;
  readonly batch: number | null;
  readonly documents: readonly Document[];
  readonly blocked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export async function runBilling(request: RunRequest): Promise<RunResult> {
  // 1. read reference tables
  request.progress('reading reference tables');
  const reference = await readReference(request.input);
  const { tables } = reference;
  if (tables === null) return refused(reference.problems);
  const choice = request.spanOf(tables.provider);
  if ('refused' in choice) return refused([...reference.problems, choice.refused]);
  const { span, issueDate } = choice;

  // 2. roll up facts
  request.progress('rolling up facts');
  const facts = await inWorkFolder((workFolder) =>
    rollUpFacts({ inputFolder: request.input, workFolder, tables, span }),
  );
  const inputProblems = [
    ...reference.problems,
    ...choice.warnings,
    ...ofKnownMerchants(facts, tables),
  ];

  // 3. price contracts, 4. build documents
  request.progress('pricing contracts');
  const blocked = blockedMerchants(inputProblems);
  const pricing = priceMerchants({ tables, usageOf: facts.usageOf, span, issueDate, blocked });
  const problems = [...inputProblems, ...softened(request, pricing.problems)];
  const allBlocked = blockedMerchants(problems);
  const stopped = runErrors(problems).length > 0 || (request.strict && allBlocked.size > 0);
  if (request.mode === 'check') return result('checked', span, [], allBlocked, problems);
  if (stopped) return { ...refused(problems), blocked: allBlocked, period: span.period.id };

  // 5. compare with what was issued
  const ledger = await openLedger(request, span, tables);
  if (runErrors(ledger.problems).length > 0) return refused([...problems, ...ledger.problems]);
  const documents = revise(
    pricing.drafts,
    standingDocuments(ledger.issued),
    (merchantId) => allBlocked.has(merchantId),
    {
      period: span.period,
      issueDate,
      prefix: request.mode === 'preview' ? 'PREVIEW' : tables.provider.invoicePrefix,
      firstSequence: ledger.issued.length + 1,
    },
  );
  if (documents.length === 0 && request.mode === 'publish') {
    return result('unchanged', span, [], allBlocked, problems);
  }

  // 6. render, 7. publish
  const publication = assemble(request, {
    tables,
    facts,
    span,
    ledger,
    documents,
    problems,
    reference: reference.files,
    issueDate,
  });
  const publish = request.mode === 'preview' ? publishPreview : publishBatch;
  if (!(await publish(request.output, publication)))
    return refused([...problems, batchTaken(span)]);
  return {
    ...result('published', span, documents, allBlocked, problems),
    batch: publication.manifest.batch,
  };
}

async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-billing-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A bad fact of a merchant that merchants.csv does not know blocks nobody. */
function ofKnownMerchants(facts: RolledUp, tables: ReferenceTables): Problem[] {
  const known = new Set(tables.merchants.map(({ merchantId }) => merchantId));
  return facts.problems.map((found) =>
    found.merchantId !== null && !known.has(found.merchantId) ? asWarning(found) : found,
  );
}

/** In a preview a score or a rate that is not there yet is a warning. */
function softened({ mode }: RunRequest, problems: readonly Problem[]): Problem[] {
  const isEarly = ({ code }: Problem): boolean =>
    code === 'score-missing' || code === 'exchange-rate-missing';
  return problems.map((found) => (mode === 'preview' && isEarly(found) ? asWarning(found) : found));
}

/** A preview compares with nothing; a run refuses an output folder that is not there. */
async function openLedger(
  { mode, output }: RunRequest,
  span: BillingSpan,
  { provider }: ReferenceTables,
): Promise<Ledger> {
  const empty = { batches: 0, issued: [], head: null, id: null, settings: null };
  const isThere = await stat(output).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) return { ...empty, problems: [outputMissing(output)] };
  if (mode === 'preview') return { ...empty, problems: [] };
  const ledger = await readLedger(output, span.period.id);
  const { settings } = ledger;
  const isChanged =
    settings !== null &&
    (settings.settlementDays !== provider.settlementDays ||
      settings.timeZone !== provider.timeZone);
  return isChanged ? { ...ledger, problems: [...ledger.problems, settingsChanged(span)] } : ledger;
}

interface Parts {
  readonly tables: ReferenceTables;
  readonly facts: RolledUp;
  readonly span: BillingSpan;
  readonly ledger: Ledger;
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
  readonly reference: readonly FileRecord[];
  readonly issueDate: LocalDate;
}

function assemble(request: RunRequest, parts: Parts): Publication {
  const { tables, facts, span, ledger, documents } = parts;
  const inputs = inputRecords(parts);
  return {
    documents,
    provider: tables.provider,
    statementOf: (document) => statementOf(document, parts),
    problems: parts.problems,
    rows: facts.rows,
    manifest: {
      period: span.period.id,
      batch: ledger.batches + 1,
      previous: ledger.head,
      ledger: ledger.id ?? sha256(JSON.stringify(inputs)).slice(0, 16),
      version: VERSION,
      arguments: { issue_date: parts.issueDate, strict: request.strict },
      settlement_days: tables.provider.settlementDays,
      time_zone: tables.provider.timeZone,
      inputs,
    },
    progress: (done) => {
      request.progress('rendering', done, documents.length);
    },
  };
}

function inputRecords({ facts, reference }: Parts): FileRecord[] {
  const rowsOf = (file: string): number =>
    Number(
      facts.rows.filter((row) => row.file === file).reduce((total, { rows }) => total + rows, 0n),
    );
  return [
    ...reference.map(({ file, sha256: hash, rows }) => ({ file, sha256: hash, rows })),
    ...facts.files.map(({ file, sha256: hash }) => ({ file, sha256: hash, rows: rowsOf(file) })),
  ].sort((left, right) => (left.file < right.file ? -1 : 1));
}

/** Usage behind the lines; a reversal shows none, since it is rendered from the ledger alone. */
function statementOf({ cancels, lines }: Document, { facts }: Parts): Statement {
  if (cancels !== null) return { contracts: [] };
  const plans = new Map(lines.map(({ contractId, plan }) => [contractId, plan]));
  return {
    contracts: [...plans].map(([contractId, plan]) => ({
      contractId,
      plan,
      usage: facts.usageOf(contractId),
    })),
  };
}

function result(
  status: RunResult['status'],
  span: BillingSpan,
  documents: readonly Document[],
  blocked: ReadonlySet<string>,
  problems: readonly Problem[],
): RunResult {
  return { status, period: span.period.id, batch: null, documents, blocked, problems };
}

function refused(problems: readonly Problem[]): RunResult {
  return {
    status: 'refused',
    period: null,
    batch: null,
    documents: [],
    blocked: blockedMerchants(problems),
    problems,
  };
}

function outputMissing(output: string): Problem {
  return problem(
    'output-missing',
    { file: output },
    'the output folder does not exist',
    'create it, or mount it; an existing empty folder starts a ledger',
  );
}

function settingsChanged(span: BillingSpan): Problem {
  return problem(
    'settings-changed',
    { file: 'provider.json' },
    `settlement_days or time_zone is not what ${span.period.id} was published with`,
    'restore the setting; a change would count refunds twice or never',
  );
}

function batchTaken(span: BillingSpan): Problem {
  return problem(
    'batch-taken',
    { file: span.period.id },
    'another run published this batch number first; nothing of this run is published',
    'run again; it compares with what the other one issued',
  );
}
