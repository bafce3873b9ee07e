/** Broken rows that a run was told to pass over. */
import { asWarning, isRejectedRow, type Problem } from '../problem.js';

/** Rows that nobody can read, and of which nobody can tell whose they are, pass up to a number. */
export function acceptRejected(problems: readonly Problem[], rowsMax: number): Problem[] {
  const rejected = new Set(
    problems.filter(isRejectedRow).map(({ file, record }) => JSON.stringify([file, record])),
  );
  if (rejected.size > rowsMax) return [...problems];
  return problems.map((found) => (isRejectedRow(found) ? asWarning(found) : found));
}
