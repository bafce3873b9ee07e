/** The command that writes the books' files of a batch that is already published. */
import { relative, resolve, sep } from 'node:path';
import { isPeriodFolder } from '../ledger/batch-place.js';
import type { FinanceProfileName } from '../reference/finance-profiles.js';
import { writeFinance, type BooksResult } from '../run/write-finance.js';
import { problemsText } from './problems-text.js';
import type { Surroundings } from './surroundings.js';

export interface FinanceOptions {
  readonly input: string;
  readonly output: string;
  readonly into?: string;
  readonly finance?: readonly FinanceProfileName[];
  readonly json?: boolean;
}

/** Why the files cannot go there; null where they can. */
export function wrongFolder({ output, into }: FinanceOptions): string | null {
  const [first = ''] = relative(resolve(output), resolve(into ?? output)).split(sep);
  return isPeriodFolder(first)
    ? 'error: --into names a place among the published batches, which stay as they are'
    : null;
}

/** 0 where the files are written, 1 where nothing is. */
export async function finance(
  period: string,
  sequence: number,
  { input, output, into, finance: profiles, json = false }: FinanceOptions,
  { stdout, stderr }: Surroundings,
): Promise<number> {
  const request = { period, sequence, input, output };
  const result = await writeFinance({
    ...request,
    into: into ?? null,
    profiles: profiles ?? null,
  });
  if (!json) stderr.write(problemsText(result.problems));
  stdout.write(json ? `${JSON.stringify(result)}\n` : `${verdict(result, period, sequence)}\n`);
  return result.status === 'written' ? 0 : 1;
}

function verdict(result: BooksResult, period: string, sequence: number): string {
  switch (result.status) {
    case 'written': {
      const names = result.files.map(({ file }) => file.replace(/^finance\//, '')).sort();
      return `${names.length} ${names.length === 1 ? 'file' : 'files'} in ${result.folder}: ${listed(names)}`;
    }
    case 'refused':
      return 'nothing is written';
    case 'no-batch':
      return `${period} has no batch ${sequence}; nothing is written`;
    case 'no-profile':
      return 'no accounting system is asked for: name some by --finance, or in provider.json; nothing is written';
    case 'taken':
      return `${result.folder} is there already; nothing is written over it`;
  }
}

const NAMES_MAX = 12;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_MAX).join(', ');
  return names.length > NAMES_MAX ? `${shown}, …` : shown;
}
