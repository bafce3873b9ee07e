/** A starting input folder: every table with its header, a provider to fill in, and a calendar to look at. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FACT_TABLE_NAMES, FACT_TABLES } from '../facts/fact-tables.js';
import { PROVIDER_FILE, startingProvider } from '../reference/read-provider.js';
import { STATUTORY_DAYS, STATUTORY_HOLIDAY } from '../reference/statutory-days.js';
import { CALENDAR, REFERENCE_TABLES } from '../reference/table-specs.js';
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import type { Conversation } from './conversation.js';

/** Each file of a starting folder, with its content. */
function startingFiles(): ReadonlyMap<string, string> {
  const header = (columns: Readonly<Record<string, unknown>>): string =>
    `${Object.keys(columns).join()}\n`;
  return new Map([
    [PROVIDER_FILE, `${JSON.stringify(startingProvider(), null, 2)}\n`],
    ...REFERENCE_TABLES.map(({ file, shape }) => [file, header(shape)] as const),
    [CALENDAR.file, header(CALENDAR.shape) + statutoryDays()],
    ...FACT_TABLE_NAMES.map((name) => [`${name}.csv`, header(FACT_TABLES[name].columns)] as const),
  ]);
}

/** Rows of the calendar. */
function statutoryDays(): string {
  return STATUTORY_DAYS.map((date) => `${date},${STATUTORY_HOLIDAY}\n`).join('');
}

/** Writes what is missing and overwrites nothing; the exit status. */
export async function writeStartingFolder(folder: string, talk: Conversation): Promise<number> {
  const { stdout, stderr, words } = talk;
  try {
    await mkdir(folder, { recursive: true });
    for (const [file, content] of startingFiles()) {
      const isNew = await writeNew(join(folder, file), content, talk);
      if (isNew && file === CALENDAR.file) stdout.write(`${words.init.statutoryDays(file)}\n`);
    }
  } catch (error) {
    if (errorCode(error) === null) throw error;
    stderr.write(`${words.commands.error(words.init.unwritable(errorMessage(error)))}\n`);
    return 1;
  }
  stdout.write(`${words.init.next(folder)}\n`);
  return 0;
}

/** Whether the file was not there before. */
async function writeNew(
  path: string,
  content: string,
  { stdout, words: { init } }: Conversation,
): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    stdout.write(`${init.wrote(path)}\n`);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    stdout.write(`${init.kept(path)}\n`);
    return false;
  }
}
