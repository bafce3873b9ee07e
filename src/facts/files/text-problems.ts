/** What is wrong with a text as a whole, packed or not. */
import { told, type Problem } from '../../problem.js';

export function nulByte(file: string): Problem {
  return told('nul-byte', { file }, 'the file holds a NUL byte', 'export the file again as text');
}

export function openQuote(file: string): Problem {
  return told(
    'quoting-broken',
    { file },
    'the file ends inside a quoted cell',
    'look for a cell that begins with a quote and does not end with one',
  );
}
