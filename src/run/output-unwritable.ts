/** A disk that refuses is no bug of the program: the run says so. */
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import { problem, type Problem } from '../problem.js';

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
  return problem('output-unwritable', { file: output }, { reason: errorMessage(error) });
}
