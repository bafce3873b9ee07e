/** The ledger that a run compares with, or why nothing may be issued on top of it. */
import { stat } from 'node:fs/promises';
import type { Provider } from '../documents/document.js';
import { problem, type Problem } from '../problem.js';
import { foreignPreview, readLedger, type Ledger } from '../ledger/ledger.js';
import type { RunRequest } from './run-request.js';

const EMPTY = { batches: 0, issued: [], head: null, id: null, settings: null };

/**
 * A run refuses an output folder that is not there: a folder that is not mounted has no ledger.
 * A preview compares with nothing, and a check needs no output.
 */
export async function openLedger(
  { mode, output }: Pick<RunRequest, 'mode' | 'output'>,
  period: string,
  provider: Provider,
): Promise<Ledger> {
  if (mode === 'check') return { ...EMPTY, problems: [] };
  if (!(await isFolder(output))) return { ...EMPTY, problems: [outputMissing(output)] };
  if (mode === 'preview') return { ...EMPTY, problems: await foreignPreview(output, period) };
  const ledger = await readLedger(output, period);
  const { settings } = ledger;
  const isChanged =
    settings !== null &&
    (settings.settlementDays !== provider.settlementDays ||
      settings.timeZone !== provider.timeZone);
  if (!isChanged) return ledger;
  return { ...ledger, problems: [...ledger.problems, settingsChanged(settings.period)] };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function outputMissing(output: string): Problem {
  return problem('output-missing', { file: output }, { case: 'run' });
}

function settingsChanged(period: string): Problem {
  return problem('settings-changed', { file: 'provider.json' }, { period });
}
