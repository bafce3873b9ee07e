/** A disk that refuses is no bug of the program: the run says so. */
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import { asWarning, problem, type Problem } from '../problem.js';

/** What a full, read-only or failing disk answers. */
const REFUSALS: ReadonlySet<string | null> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EFBIG',
  'EMFILE',
  'EISDIR',
]);

/** Why the output would not take it; any other error is thrown on. */
export function outputUnwritable(output: string, error: unknown): Problem {
  if (!REFUSALS.has(errorCode(error))) throw error;
  return problem(
    'output-unwritable',
    { file: output },
    { case: 'before', reason: errorMessage(error) },
  );
}

/** What failed after the commit undoes nothing: the batch is there, and the run says so. */
export function publishedUnfinished(output: string, error: unknown): Problem {
  const values = { case: 'after', reason: errorMessage(error) } as const;
  return asWarning(problem('output-unwritable', { file: output }, values));
}
