/** `init`: writes a starting input folder, and overwrites nothing. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import { periodBefore, periodOf } from '../period/period.js';
import { isoDate } from '../period/local-date.js';
import type { FinanceProfileName } from '../reference/finance-profiles.js';
import { REFERENCE_WORKBOOK } from '../reference/reference-workbook.js';
import { STARTING_TIME_ZONE } from '../reference/read-provider.js';
import { tableOf } from '../reference/table-names.js';
import { CALENDAR, REFERENCE_TABLES } from '../reference/table-specs.js';
import { now } from './clock.js';
import type { Conversation } from './conversation.js';
import { startingFiles } from './starting-files.js';

export interface InitOptions {
  /** Whether the reference tables are sheets of one workbook. */
  readonly workbook?: boolean;
  /** The accounting systems whose codes `finance.json` asks for. */
  readonly finance?: readonly FinanceProfileName[];
}

/**
 * Writes what is missing. Only an empty folder gets the example's rows: beside tables of somebody's own
 * they would be billed with them. The exit status.
 */
export async function writeStartingFolder(
  folder: string,
  { workbook = false, finance = [] }: InitOptions,
  talk: Conversation,
): Promise<number> {
  const { stdout, stderr, words, language } = talk;
  try {
    await mkdir(folder, { recursive: true });
    const present = await readdir(folder);
    const today = periodOf(isoDate(now(talk.env, STARTING_TIME_ZONE)));
    const period = present.length === 0 ? periodBefore(today) : null;
    const kept = tablesKept(present, workbook);
    const asked = { period, isWorkbook: workbook, finance, language, kept, words: words.example };
    for (const [file, content] of startingFiles(asked)) {
      await writeNew(join(folder, file), content, talk);
    }
    stdout.write(`${words.init.statutoryDays(workbook ? REFERENCE_WORKBOOK : CALENDAR.file)}\n`);
    stdout.write(`${words.init.next(folder, period?.id ?? null)}\n`);
    return 0;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    stderr.write(`${words.commands.error(words.init.unwritable(errorMessage(error)))}\n`);
    return 1;
  }
}

/** The tables that are in the folder in another place than `init` would write: in two they would be doubled. */
function tablesKept(present: readonly string[], isWorkbook: boolean): Set<string> {
  const files = present.map((file) => file.toLowerCase());
  const elsewhere = files.filter((file) => isWorkbook || !file.endsWith('.csv'));
  const ofWorkbook = !isWorkbook && files.includes(REFERENCE_WORKBOOK);
  return new Set([
    ...elsewhere.map((file) => file.replace(/\..*$/, '')),
    ...(ofWorkbook ? REFERENCE_TABLES.map(({ file }) => tableOf(file)) : []),
  ]);
}

async function writeNew(
  path: string,
  content: string | Uint8Array,
  { stdout, words: { init } }: Conversation,
): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    stdout.write(`${init.wrote(path)}\n`);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    stdout.write(`${init.kept(path)}\n`);
  }
}
