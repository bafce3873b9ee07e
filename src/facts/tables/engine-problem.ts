/** What the engine says of a file that it cannot read, in words of this program. */
import { errorMessage } from '../../error-message.js';
import { problem, type Problem } from '../../problem.js';
import type { FactFile } from '../files/fact-file.js';

/** Where its words are not known, its own are shown. */
export function engineProblem({ file, linesAboveHeader }: FactFile, error: unknown): Problem {
  const text = errorMessage(error);
  const line = /Line: (\d+)/.exec(text)?.[1];
  const record = line === undefined ? null : Number(line) - 1 - linesAboveHeader;
  const place = { file, record };
  const reason = text.split('\n')[0] ?? '';
  if (text.includes('UNQUOTED') || text.includes('quote'))
    return problem('quoting-broken', place, { case: 'cell' });
  if (text.includes('unicode') || text.includes('encod'))
    return problem('encoding-unknown', place, { case: 'not-utf-8', reason });
  return problem('file-unreadable', place, { case: 'not-csv', reason });
}
