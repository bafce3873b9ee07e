/** The ledger that a run compares with, or why nothing may be issued on top of it. */
import { foreignPreview } from '../ledger/foreign-entries.js';
import { EMPTY_LEDGER, readLedger, type Ledger } from '../ledger/read-ledger.js';
import { isFolder } from '../path-kind.js';
import { problem, type Problem } from '../problem.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import { changedSettings } from './changed-settings.js';
import type { RunRequest } from './run-request.js';
import { unknownReissued } from './unknown-reissued.js';

/** `period` is `YYYY-MM`. */
export async function openLedger(
  request: Pick<RunRequest, 'mode' | 'output' | 'reissued'>,
  period: string,
  { provider, merchants }: Pick<ReferenceTables, 'provider' | 'merchants'>,
): Promise<Ledger> {
  const ledger = await ledgerBehind(request, period);
  const problems = [
    ...ledger.problems,
    ...changedSettings(ledger.neighbour, provider),
    ...unknownReissued(request.reissued, merchants, ledger.issued),
  ];
  return { ...ledger, problems };
}

/**
 * A run refuses an output folder that is not there: a folder that is not mounted has no ledger.
 * A preview compares with nothing, and a check needs no output.
 */
async function ledgerBehind(
  { mode, output }: Pick<RunRequest, 'mode' | 'output'>,
  period: string,
): Promise<Ledger> {
  if (mode === 'check') return EMPTY_LEDGER;
  if (!(await isFolder(output))) return { ...EMPTY_LEDGER, problems: [outputMissing(output)] };
  if (mode === 'preview')
    return { ...EMPTY_LEDGER, problems: await foreignPreview(output, period) };
  return readLedger(output, period);
}

function outputMissing(output: string): Problem {
  return problem('output-missing', { file: output }, { case: 'run' });
}
