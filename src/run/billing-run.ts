/** One run: the input of a period → a published batch, a preview, or the problems alone. */
import { append } from '../append.js';
import { writeHead } from '../ledger/head.js';
import { blockedMerchants } from '../problem.js';
import { readReference } from '../reference/read-reference.js';
import { placesOf } from '../reference/table-places.js';
import { BalancesBefore } from './balances-before.js';
import { compareLaterMonths, compareMonthBefore } from './compare-published.js';
import { compareWithIssued } from './compare-with-issued.js';
import { endsBeforePublishing } from './ends-before-publishing.js';
import { expectQueue } from './expect-queue.js';
import { factsOfRun } from './facts-of-run.js';
import { faultProblem, publishedUnfinished } from './fault-problem.js';
import { inputProblems } from './input-problems.js';
import { issueDocuments } from './issue-documents.js';
import { merchantSlices } from './merchant-slices.js';
import { openLedger } from './open-ledger.js';
import { Pricing } from './price-merchants.js';
import { priceSlice } from './price-slice.js';
import { policyOf } from './problem-policy.js';
import { Publication } from './publication.js';
import { readBilledBefore } from './read-billed-before.js';
import { renamedMerchants } from './renamed-merchants.js';
import { rowsGone } from './rows-gone.js';
import type { RunRequest } from './run-request.js';
import type { RunResult } from './run-result.js';
import { RunSoFar } from './run-so-far.js';
import { summaryOf } from './summary-of.js';
import { unusualTotals } from './unusual-totals.js';
import { whatIsSeen } from './what-is-seen.js';
import { WorkFolder } from './work-folder.js';

export async function runBilling(request: RunRequest): Promise<RunResult> {
  const run = new RunSoFar(request);
  const billed = expectQueue(request).then(() => billPeriod(request, run));
  return billed.catch((error: unknown) => {
    if (run.committed !== null) {
      run.addProblems([publishedUnfinished(request, error)]);
      return run.committed();
    }
    // whoever compares says what became of it
    const fault = request.isComparison === true ? null : faultProblem(error, request);
    if (fault === null) throw error;
    return run.refused([fault]);
  });
}

async function billPeriod(request: RunRequest, run: RunSoFar): Promise<RunResult> {
  const { mode, input, memory, progress } = request;

  // 1. Read the reference tables.
  progress('reference');
  const reference = await readReference(input, request.finance);
  const { tables } = reference;
  run.places = placesOf(Object.values(reference.reads));
  run.seen = whatIsSeen(reference, null);
  run.addProblems(reference.problems);
  if (tables === null) return run.refused();
  const choice = request.spanOf(tables.provider);
  if ('refused' in choice) return run.refused([choice.refused]);
  const { span, issueDate } = choice;
  run.addProblems(choice.warnings);

  // 2. Roll up the facts.
  progress('facts');
  await using workFolder = await WorkFolder.create();
  const { billedBefore, problems: forgotten } = await readBilledBefore(request, span.period.id);
  if (forgotten.length > 0) return run.refused(forgotten);
  const job = {
    inputFolder: input,
    workFolder: workFolder.path,
    tables,
    span,
    billedBefore,
    memory,
  };
  await using facts = await factsOfRun(request, reference, job);
  run.seen = whatIsSeen(reference, facts);
  run.places = new Map([...run.places, ...facts.places]);
  run.period = span.period.id;
  run.problems = await inputProblems({ request, reference, tables, span, facts }, run.problems);

  const ledger = await openLedger(request, run.period, tables);
  run.addProblems(ledger.problems);
  if (request.isComparison === true) {
    const gone = await rowsGone(request.output, run.period, facts);
    if (gone.length > 0) return run.refused(gone);
  }
  const balances = await BalancesBefore.read(request, reference, issueDate);
  run.addProblems(balances.problems);
  const billing = { request, reference, tables, span, issueDate, facts, ledger, balances };
  if (!run.isRefused()) run.addProblems(await compareMonthBefore(billing, runBilling));
  const { contractsGone } = facts;
  const pricing = new Pricing({ tables, contractsGone, span, issueDate, policy: policyOf(mode) });
  await using publication = new Publication(billing, run);
  for (const slice of merchantSlices(billing, blockedMerchants(run.problems))) {
    // 3. Price the contracts, and 4. build the documents.
    const priced = await priceSlice(slice, pricing, facts);
    run.addPriced(priced);

    // 5. Compare with what was issued.
    const changes = compareWithIssued(priced, request.reissued);
    append(run.renamed, renamedMerchants(priced, changes));
    const documents = await issueDocuments(billing, changes, run.documents.length);
    run.addIssued(changes, documents);

    // 6. Render.
    await publication.add(documents, priced);
  }
  run.addProblems(await unusualTotals(request, span, run.documents));
  const ending = endsBeforePublishing(billing, run);
  if (ending !== null) return ending;
  progress('publishing');
  const summary = await summaryOf(billing, run);
  const committed = (): void => {
    run.committed = () => run.published(summary.manifest, ledger);
  };
  if (mode === 'preview') {
    await publication.publishPreview(summary, committed);
    return run.published(summary.manifest, ledger);
  }

  // 7. Publish.
  const refusal = await publication.publishBatch(summary, committed);
  if (refusal !== null) return run.refused([refusal]);
  run.tip = await writeHead(request.output);
  run.addProblems(await compareLaterMonths(request, span.period.id, runBilling));
  return run.published(summary.manifest, ledger);
}
