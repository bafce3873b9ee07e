/** The text of a query, from the input folder. */
import type { Problem } from '../../../problem.js';
import { decodeText } from '../../../reference/decode-text.js';
import type { InputFile } from '../../../reference/file-identity.js';
import { readInputFile } from '../../../reference/read-input-file.js';
import { unreadableInput } from '../../../reference/unfit-input.js';
import { nearestWord } from '../../../words/nearest-word.js';
import { queryProblem } from './query-problems.js';

export interface QueryText {
  readonly file: string;
  readonly text: string;
  /** null where it comes with the program. */
  readonly read: InputFile | null;
}

/** `present`: every file of the input folder; a query is one of them, and so never leads out of it. */
export async function readQuery(
  inputFolder: string,
  present: readonly string[],
  file: string,
): Promise<QueryText | Problem> {
  if (!present.includes(file)) {
    const nearest = nearestWord(
      file,
      present.filter((one) => one.endsWith('.sql')),
    );
    return queryProblem(file, { case: 'missing', nearest });
  }
  const found = await readInputFile(inputFolder, file);
  if (found instanceof Error) return unreadableInput(file, found);
  const text = decodeText(file, found.bytes);
  return typeof text === 'string' ? { file, text, read: { ...found.read, rows: 0 } } : text;
}
