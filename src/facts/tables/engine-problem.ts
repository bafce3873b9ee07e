/** What the engine says of a file that it cannot read, in words of this program. */
import { told, type Problem } from '../../problem.js';
import type { FactFile } from '../files/fact-file.js';

/** Where its words are not known, its own are shown. */
export function engineProblem({ file, linesAboveHeader }: FactFile, error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const line = /Line: (\d+)/.exec(text)?.[1];
  const record = line === undefined ? null : Number(line) - 1 - linesAboveHeader;
  const place = { file, record };
  const first = text.split('\n')[0] ?? '';
  if (text.includes('UNQUOTED') || text.includes('quote')) {
    return told(
      'quoting-broken',
      place,
      'a quoted cell does not end as it should',
      'close the quote, and double each quote that belongs to the cell',
    );
  }
  if (text.includes('unicode') || text.includes('encod')) {
    return told(
      'encoding-unknown',
      place,
      `the text is not UTF-8: ${first}`,
      'save the file as UTF-8',
    );
  }
  return told(
    'file-unreadable',
    place,
    `the file cannot be read as CSV: ${first}`,
    'correct the row, or export the file again',
  );
}
