/** What a problem counts as in a run. */
import type { ReferenceTables } from '../reference/reference-tables.js';
import { asWarning, type Problem, type ProblemCode } from '../problem.js';
import type { RunRequest } from './run-request.js';

/** A bad fact of a merchant that merchants.csv does not know blocks nobody. */
export function ofKnownMerchants(problems: readonly Problem[], tables: ReferenceTables): Problem[] {
  const known = new Set(tables.merchants.map(({ merchantId }) => merchantId));
  return problems.map((found) =>
    found.merchantId !== null && !known.has(found.merchantId) ? asWarning(found) : found,
  );
}

/** In a preview, a fact, score, rate or code that is not there yet is a warning. */
const NOT_YET: ReadonlySet<ProblemCode> = new Set([
  'facts-incomplete',
  'score-missing',
  'indicator-value-missing',
  'exchange-rate-missing',
  'finance-code-missing',
]);

/** What a problem of the facts or of a document counts as. */
export function policyOf(mode: RunRequest['mode']): (found: Problem) => Problem {
  if (mode !== 'preview') return (found) => found;
  return (found) => (NOT_YET.has(found.code) ? asWarning(found) : found);
}
