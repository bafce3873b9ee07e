/** One run: the input of a period → a published batch, a preview, or the problems alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { revise, standingDocuments } from '../documents/revise.js';
import { readReference, type ReferenceRead } from '../inputs/read-reference.js';
import type { ReferenceTables } from '../inputs/reference.js';
import type { BillingSpan } from '../period/period.js';
import { blockedMerchants, runErrors, type Problem } from '../problem.js';
import { withFacts, type Facts } from '../usage/roll-up.js';
import { assemble } from './assemble.js';
import { startReport } from './start-report.js';
import { openLedger, previewLedger } from './open-ledger.js';
import { priceMerchants } from './price-merchants.js';
import type { ChosenSpan, RunRequest, RunResult } from './run-request.js';
import { publish } from './publish-step.js';
import { unconfirmedCancellations } from './cancellations.js';
import { acceptRejected, ofKnownMerchants, previewProblems } from './problem-policy.js';

export async function runBilling(request: RunRequest): Promise<RunResult> {
  // 1. read reference tables
  request.progress('reading reference tables');
  const reference = await readReference(request.input);
  const { tables } = reference;
  if (tables === null) return refused(reference.problems);
  const choice = request.spanOf(tables.provider);
  if ('refused' in choice) return refused([...reference.problems, choice.refused]);

  // 2. roll up facts
  request.progress('rolling up facts');
  return inWorkFolder((workFolder) =>
    withFacts({ inputFolder: request.input, workFolder, tables, span: choice.span }, (facts) =>
      billFacts(request, { tables, reference, choice, facts }),
    ),
  );
}

interface Input {
  readonly tables: ReferenceTables;
  readonly reference: ReferenceRead;
  readonly choice: ChosenSpan;
  readonly facts: Facts;
}

async function billFacts(request: RunRequest, input: Input): Promise<RunResult> {
  const { tables, reference, choice, facts } = input;
  const { span, issueDate } = choice;
  const isPreview = request.mode === 'preview';
  const inputProblems = acceptRejected(
    [...reference.problems, ...choice.warnings, ...ofKnownMerchants(facts.problems, tables)],
    request.acceptRejected,
  );

  // 3. price contracts, 4. build documents
  request.progress('pricing contracts');
  const pricing = priceMerchants({
    tables,
    usageOf: facts.usageOf,
    span,
    issueDate,
    blocked: blockedMerchants(inputProblems),
  });
  const pricingProblems = isPreview ? previewProblems(pricing.problems) : pricing.problems;
  const problems = [...inputProblems, ...pricingProblems];
  const blocked = blockedMerchants(problems);
  if (request.mode === 'check') return result('checked', span, [], blocked, problems);
  if (runErrors(problems).length > 0 || (request.strict && blocked.size > 0)) {
    return { ...refused(problems), period: span.period.id };
  }

  // 5. compare with what was issued
  const ledger = isPreview
    ? await previewLedger(request.output)
    : await openLedger(request.output, span.period.id, tables.provider);
  if (runErrors(ledger.problems).length > 0) return refused([...problems, ...ledger.problems]);
  const standing = standingDocuments(ledger.issued);
  const documents = revise(pricing.drafts, standing, (merchantId) => blocked.has(merchantId), {
    issuer: tables.provider,
    period: span.period,
    issueDate,
    prefix: isPreview ? 'PREVIEW' : tables.provider.invoicePrefix,
    firstSequence: ledger.issued.length + 1,
  });
  const left = standing.length - documents.filter(({ cancels }) => cancels !== null).length;
  const changed = { ...result('planned', span, documents, blocked, problems), left };
  if (documents.length === 0 && !isPreview) return { ...changed, status: 'unchanged' };
  const tooMany = unconfirmedCancellations(documents, standing, request.confirmCancellations);
  if (request.mode === 'dry-run') return { ...changed, problems: [...problems, ...tooMany] };
  if (tooMany.length > 0) return refused([...problems, ...tooMany]);

  // 6. render, 7. publish
  const report = await startReport(request.output, {
    provider: tables.provider,
    merchants: tables.merchants,
    period: span.period,
    batch: isPreview ? null : ledger.batches + 1,
    issueDate,
    problems,
    rows: facts.rows,
    standing,
  });
  const publication = assemble(request, {
    tables,
    facts,
    span,
    ledger,
    documents,
    problems,
    reference: reference.files,
    issueDate,
    report,
  });
  const refusal = await publish(request, publication);
  if (refusal !== null) return refused([...problems, refusal]);
  const { batch, ledger: ledgerId } = publication.manifest;
  const startedLedger = ledger.id === null && !isPreview ? ledgerId : null;
  return { ...changed, status: 'published', batch, startedLedger };
}

async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-billing-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function result(
  status: RunResult['status'],
  span: BillingSpan,
  documents: readonly Document[],
  blocked: ReadonlySet<string>,
  problems: readonly Problem[],
): RunResult {
  return {
    status,
    period: span.period.id,
    batch: null,
    documents,
    left: 0,
    startedLedger: null,
    blocked,
    problems,
  };
}

function refused(problems: readonly Problem[]): RunResult {
  return {
    status: 'refused',
    period: null,
    batch: null,
    documents: [],
    left: 0,
    startedLedger: null,
    blocked: blockedMerchants(problems),
    problems,
  };
}
