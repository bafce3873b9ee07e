/** Files of a batch that are not those which its manifest vouches for. */
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathKind } from '../path-kind.js';
import type { Problem } from '../problem.js';
import type { Batch } from './batch.js';
import { brokenLedger } from './broken-ledger.js';
import { MANIFEST } from './manifest.js';
import { fileSha256 } from './sha256.js';

/** Lost, changed and added files. */
export async function changedOutputs(output: string, batch: Batch): Promise<Problem[]> {
  return [...(await lostOrChanged(output, batch)), ...(await added(output, batch))];
}

async function lostOrChanged(output: string, { place, manifest }: Batch): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { file, sha256 } of manifest.outputs) {
    const path = join(output, place, file);
    if ((await pathKind(path)) !== 'file')
      problems.push(brokenLedger(`${place}/${file}`, { case: 'file-lost' }));
    else if ((await fileSha256(path)) !== sha256)
      problems.push(brokenLedger(`${place}/${file}`, { case: 'file-changed' }));
  }
  return problems;
}

async function added(output: string, { place, manifest }: Batch): Promise<Problem[]> {
  const expected = new Set([MANIFEST, ...manifest.outputs.map(({ file }) => file)]);
  const folder = join(output, place);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !expected.has(file))
    .map((file) => brokenLedger(`${place}/${file}`, { case: 'file-added' }));
}
