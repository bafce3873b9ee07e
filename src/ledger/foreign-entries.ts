/** What stands in the place of something of the ledger and is none: it is neither followed nor written over. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathKind } from '../path-kind.js';
import type { Problem } from '../problem.js';
import { previewPlace, sequenceOfBatch } from './batch-place.js';
import { brokenLedger } from './broken-ledger.js';
import { isPreviewForeign } from './publish-preview.js';

/** A link or a file in the place of a period's folder or of one of its batches. */
export async function foreignBatches(output: string, period: string): Promise<Problem[]> {
  return insidePeriod(output, period, async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => sequenceOfBatch(entry.name) !== null && !entry.isDirectory())
      .map((entry) => foreign(`${period}/${entry.name}`));
  });
}

/** What stands in the place of a preview of a period and is none. */
export async function foreignPreview(output: string, period: string): Promise<Problem[]> {
  return insidePeriod(output, period, async (folder) =>
    (await isPreviewForeign(folder)) ? [foreign(previewPlace(period))] : [],
  );
}

/** A period without a folder has nothing foreign in it. */
async function insidePeriod(
  output: string,
  period: string,
  look: (folder: string) => Promise<Problem[]>,
): Promise<Problem[]> {
  const folder = join(output, period);
  const kind = await pathKind(folder);
  if (kind === 'absent') return [];
  return kind === 'folder' ? look(folder) : [foreign(period)];
}

function foreign(place: string): Problem {
  return brokenLedger(place, { case: 'foreign' });
}
