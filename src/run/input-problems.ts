/** Everything that is wrong with the input of a run, once its facts are rolled up. */
import { factsBefore } from '../ledger/facts-before.js';
import type { Problem } from '../problem.js';
import { changedFiles } from '../reference/file-identity.js';
import type { Billing } from './billing.js';
import { referenceWarnings } from './reference-warnings.js';
import { acceptRejected } from './accept-rejected.js';
import { incompleteFacts } from './incomplete-facts.js';
import { ofKnownMerchants, policyOf } from './problem-policy.js';
import { stoppedFacts } from './stopped-facts.js';
import { undrawableTexts } from './undrawable-texts.js';
import { withoutConsequences } from './without-consequences.js';

/** `found` are those of the reference tables and of the period. */
export async function inputProblems(
  { request, reference, tables, span, facts }: Omit<Billing, 'ledger' | 'issueDate' | 'balances'>,
  found: readonly Problem[],
): Promise<Problem[]> {
  const read = [
    ...found,
    ...ofKnownMerchants(facts.problems, tables),
    ...(await changedFiles(request.input, [...reference.files, ...facts.files])),
  ];
  const { contracts } = tables;
  const all = [
    ...read,
    ...referenceWarnings(tables, span, facts.stores, read),
    ...(await lackingFacts({ request, tables, span, facts })),
    ...stoppedFacts(contracts, span, facts.extents),
    ...undrawableTexts(tables.provider, reference.reads, facts.printedNames, span.period),
  ];
  return withoutConsequences(acceptRejected(all, request.acceptRejected));
}

/** A comparison with what is published says itself what is gone since. */
async function lackingFacts({
  request,
  tables,
  span,
  facts,
}: Pick<Billing, 'request' | 'tables' | 'span' | 'facts'>): Promise<Problem[]> {
  if (request.isComparison === true) return [];
  return incompleteFacts({
    contracts: tables.contracts,
    span,
    facts: facts.extents.tables,
    before: await factsBefore(request.output, span.period.id),
    accepted: request.acceptIncomplete,
    isUnattended: request.isUnattended,
  }).map(policyOf(request.mode));
}
