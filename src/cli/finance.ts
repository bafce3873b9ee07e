/** The command that writes the books' files of a batch that is already published. */
import { relative, resolve, sep } from 'node:path';
import { isPeriodFolder } from '../ledger/batch-place.js';
import type { FinanceProfileName } from '../reference/finance-profiles.js';
import { writeFinance, type BooksResult } from '../run/write-finance.js';
import type { Words } from '../words/in-language.js';
import type { Conversation } from './conversation.js';
import { problemJson } from './problem-json.js';
import { problemsText } from './problems-text.js';

const NAMES_MAX = 12;

export interface FinanceOptions {
  readonly input: string;
  readonly output: string;
  readonly into?: string;
  readonly finance?: readonly FinanceProfileName[];
  readonly json?: boolean;
}

/** Whether the files would lie among the published batches, which stay as they are. */
export function isAmongBatches({ output, into }: FinanceOptions): boolean {
  const [first = ''] = relative(resolve(output), resolve(into ?? output)).split(sep);
  return isPeriodFolder(first);
}

/** 0 where the files are written, 1 where nothing is. */
export async function finance(
  period: string,
  sequence: number,
  { input, output, into, finance: profiles, json = false }: FinanceOptions,
  { stdout, stderr, language, words }: Conversation,
): Promise<number> {
  const request = { period, sequence, input, output };
  const result = await writeFinance({
    ...request,
    into: into ?? null,
    profiles: profiles ?? null,
  });
  if (json) {
    const problems = result.problems.map((found) => problemJson(found, language));
    stdout.write(`${JSON.stringify({ ...result, problems })}\n`);
  } else {
    stderr.write(problemsText(result.problems, language));
    stdout.write(`${verdict(result, period, sequence, words.finance)}\n`);
  }
  return result.status === 'written' ? 0 : 1;
}

function verdict(
  result: BooksResult,
  period: string,
  sequence: number,
  words: Words['finance'],
): string {
  switch (result.status) {
    case 'written': {
      const names = result.files.map(({ file }) => file.replace(/^finance\//, '')).sort();
      return words.written(result.folder, names.slice(0, NAMES_MAX), names.length);
    }
    case 'refused':
      return words.refused;
    case 'no-batch':
      return words.noBatch(period, sequence);
    case 'no-profile':
      return words.noProfile;
    case 'taken':
      return words.taken(result.folder);
  }
}
