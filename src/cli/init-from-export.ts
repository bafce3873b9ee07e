/** `init --from-export`: a first mapping from the header of a platform's export. */
import { open, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import { decodeText } from '../reference/decode-text.js';
import { guessSources, type SourceEntry } from '../facts/sources/guess-sources.js';
import { SOURCES_FILE } from '../facts/sources/source.js';
import { problem, type Problem } from '../problem.js';
import type { Words } from '../words/in-language.js';
import { problemsText } from './problems-text.js';
import type { Conversation } from './conversation.js';

const HEAD_BYTES = 1 << 20;

/** Writes sources.json, or prints what belongs into the one that is there; the exit status. */
export async function writeFirstMapping(
  inputFolder: string,
  file: string,
  { stdout, stderr, language, words }: Conversation,
): Promise<number> {
  const text = await readHead(file);
  if (typeof text !== 'string') {
    stderr.write(problemsText([text], language));
    return 1;
  }
  const entries = guessSources(placeOf(inputFolder, file), text);
  const json = `${JSON.stringify(entries, null, 2)}\n`;
  const path = join(inputFolder, SOURCES_FILE);
  if (await writeNew(path, json)) stdout.write(`${words.init.wrote(path)}\n`);
  else {
    stderr.write(`${words.init.keptList(path)}\n`);
    stdout.write(json);
  }
  stderr.write(explanation(inputFolder, entries, words.init));
  return 0;
}

/** Relative to the input folder with `/`; an export that lies elsewhere is still to be put there. */
function placeOf(inputFolder: string, file: string): string {
  const inside = relative(inputFolder, file);
  return inside.startsWith('..') ? basename(file) : inside.split(sep).join('/');
}

/** The text at the start of a file, up to its last whole line. */
async function readHead(file: string): Promise<string | Problem> {
  const place = { file };
  if (!/\.csv(\.gz)?$/.test(file)) {
    return problem('file-unreadable', place, { case: 'not-guessed' });
  }
  try {
    const handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    await handle.close();
    const bytes = buffer.subarray(0, bytesRead);
    const head = file.endsWith('.gz')
      ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
      : bytes;
    const end = bytesRead < HEAD_BYTES ? head.length : head.lastIndexOf('\n') + 1;
    return decodeText(file, head.subarray(0, end));
  } catch (error) {
    const reason = errorMessage(error);
    return problem('file-unreadable', place, { case: 'path', reason });
  }
}

async function writeNew(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** What feeds each column, for a person to look at. */
function explanation(
  inputFolder: string,
  entries: readonly SourceEntry[],
  words: Words['init'],
): string {
  const lines = entries.flatMap(({ table, columns, constants: given = {} }) => [
    `${table}:`,
    ...[...Object.entries(columns), ...Object.entries(given)].map(
      ([column, from]) => `  ${column} ← ${from === '' ? words.fillIn : from}`,
    ),
  ]);
  return [...lines, words.guesses, words.check(inputFolder), ''].join('\n');
}
