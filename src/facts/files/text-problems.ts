/** What is wrong with a text as a whole, packed or not. */
import { problem, type Problem } from '../../problem.js';

export function nulByte(file: string): Problem {
  return problem('nul-byte', { file }, { case: 'exported' });
}

export function openQuote(file: string): Problem {
  return problem('quoting-broken', { file }, { case: 'file-end' });
}
