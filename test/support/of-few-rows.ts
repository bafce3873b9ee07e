/** Inputs of tests are slivers of a month. */
import type { Problem, ProblemCode } from '../../src/problem.js';

const OF_FEW_ROWS: ReadonlySet<ProblemCode> = new Set([
  'facts-incomplete',
  'facts-stop-early',
  'agent-without-shift',
  'total-unusual',
]);

/** What is told of them beside that much of the month is missing, and all else unlike other months. */
export function besideFewRows(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ code }) => !OF_FEW_ROWS.has(code));
}
