/** Everything that is wrong with the input of a run, once its facts are rolled up. */
import type { Problem } from '../problem.js';
import { changedFiles } from '../reference/file-identity.js';
import type { Billing } from './billing.js';
import { referenceWarnings } from './reference-warnings.js';
import { acceptRejected } from './accept-rejected.js';
import { ofKnownMerchants } from './problem-policy.js';
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
  const all = [...read, ...referenceWarnings(tables, span, facts.stores, read)];
  return withoutConsequences(acceptRejected(all, request.acceptRejected));
}
