/** What is said of a ledger that is not as it was published. */
import { problem, type Problem } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';

/** `place` is relative to the output folder. */
export function brokenLedger(place: string, values: ProblemValues['ledger-broken']): Problem {
  return problem('ledger-broken', { file: place }, values);
}
