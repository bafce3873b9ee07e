/** Broken rows that a run was told to pass over. */
import { asWarning, countProblems, isRejectedRow, type Problem } from '../problem.js';

/** Rows that nobody can read, and of which nobody can tell whose they are, pass up to a number. */
export function acceptRejected(problems: readonly Problem[], rowsMax: number): Problem[] {
  const rejected = problems.filter(isRejectedRow);
  const rows = new Set(rejected.map(({ file, record }) => JSON.stringify([file, record])));
  const more = countProblems(rejected) - rejected.length;
  if (rows.size + more > rowsMax) return [...problems];
  return problems.map((found) => (isRejectedRow(found) ? asWarning(found) : found));
}
