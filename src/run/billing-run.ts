/** One run: the input of a period → a published batch, a preview, or the problems alone. */
import { standingDocuments } from '../documents/revise.js';
import { changedFiles } from '../reference/file-identity.js';
import { readReference } from '../reference/read-reference.js';
import { blockedMerchants } from '../problem.js';
import { withFacts } from '../facts/roll-up.js';
import { financeFilesOf, restOf, statedDocuments, type Billing } from './assemble.js';
import { billSlices } from './bill-slices.js';
import { unconfirmedCancellations } from './cancellations.js';
import { referenceWarnings } from './reference-warnings.js';
import { issueDateBackwards } from './issue-date.js';
import { openLedger } from './open-ledger.js';
import { Pricing } from './price-merchants.js';
import {
  acceptRejected,
  ofKnownMerchants,
  policyOf,
  withoutConsequences,
} from './problem-policy.js';
import { withPublication, type Publication } from './publication.js';
import type { RunRequest, RunResult } from './run-request.js';
import { RunTally } from './run-tally.js';
import { unknownReissued } from './unknown-reissued.js';
import { inWorkFolder } from './work-folder.js';

export async function runBilling(request: RunRequest): Promise<RunResult> {
  const tally = new RunTally(request);

  // 1. read reference tables
  request.progress('reading reference tables');
  const reference = await readReference(request.input, request.finance);
  const { tables, files } = reference;
  tally.problems = [...reference.problems];
  if (tables === null) return tally.refused();
  const choice = request.spanOf(tables.provider);
  if ('refused' in choice) return tally.refused(choice.refused);
  tally.problems.push(...choice.warnings);

  // 2. roll up facts
  request.progress('rolling up facts');
  return inWorkFolder((workFolder) =>
    withFacts(
      {
        inputFolder: request.input,
        workFolder,
        tables,
        span: choice.span,
        memory: request.memory,
      },
      async (facts) => {
        tally.period = choice.span.period.id;
        tally.problems = tally.problems.concat(ofKnownMerchants(facts.problems, tables));
        tally.problems.push(...(await changedFiles(request.input, [...files, ...facts.files])));
        tally.problems.push(
          ...referenceWarnings(tables, choice.span, facts.stores, tally.problems),
        );
        tally.problems = withoutConsequences(
          acceptRejected(tally.problems, request.acceptRejected),
        );
        const ledger = await openLedger(request, tally.period, tables.provider);
        tally.problems.push(...ledger.problems, ...unknownReissued(request, tables, ledger.issued));
        const billing = { request, tables, reference, ...choice, facts, ledger };
        return withPublication(request, tables, tally, (publication) =>
          bill(billing, tally, publication),
        );
      },
    ),
  );
}

async function bill(
  billing: Billing,
  tally: RunTally,
  publication: Publication,
): Promise<RunResult> {
  const { request, tables, facts, ledger, span, issueDate } = billing;
  const { mode } = request;
  const standing = standingDocuments(ledger.issued);
  const writes = (mode === 'publish' || mode === 'preview') && !tally.isRefused();

  // 3. price contracts, 4. build documents, 5. compare with what was issued, 6. render
  const slices = billSlices({
    output: request.output,
    tables,
    facts,
    ledger,
    standing,
    pricing: new Pricing({ tables, span, issueDate, policy: policyOf(mode) }),
    blocked: blockedMerchants(tally.problems),
    reissued: request.reissued,
    issue: {
      issuer: tables.provider,
      period: span.period,
      issueDate,
      prefix: mode === 'preview' ? 'PREVIEW' : tables.provider.invoicePrefix,
    },
    progress: (done, of) => {
      request.progress('billing merchants', done, of);
    },
  });
  const financeFiles = financeFilesOf(tables, tally.billed);
  for await (const slice of slices) {
    tally.add(slice);
    const finance = financeFiles.add(slice.documents);
    tally.problems.push(...finance.problems.map(policyOf(mode)));
    if (writes && !tally.isRefused()) await publication.add(statedDocuments(slice), finance);
  }
  if (mode === 'check') return tally.checked();
  if (tally.isRefused()) return tally.refused();
  if (tally.documents.length === 0 && mode !== 'preview') return tally.unchanged(standing);
  if (mode !== 'preview') tally.problems.push(...issueDateBackwards(ledger.issued, issueDate));
  const tooMany = unconfirmedCancellations(tally.vanished, standing, request.confirmCancellations);
  if (mode === 'dry-run') return tally.planned(standing, tooMany);
  if (tooMany.length > 0) return tally.refused(...tooMany);

  // 7. publish
  request.progress('publishing');
  const rest = await restOf(billing, tally, standing);
  const refusal = await publication.publish(rest);
  return refusal === null ? tally.published(standing, rest.manifest) : tally.refused(refusal);
}
