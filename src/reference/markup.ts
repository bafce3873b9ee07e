/** Web pages that are named like tables. */
import { problem, type Problem } from '../problem.js';

/** HTML or XML, as some programs save what they name `.xls`. */
export function isMarkup(text: string): boolean {
  return /^\s*<[!?a-z]/i.test(text);
}

export function markupProblem(file: string): Problem {
  return problem('file-unreadable', { file }, { case: 'markup' });
}
