/** Staging folders: a run writes beside, syncs, and renames. The rename is the commit. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';
import { pathKind } from '../path-kind.js';
import { assert } from '../problem.js';
import { ownName } from './hidden-name.js';
import { removeLeftovers } from './remove-leftovers.js';
import { syncFolder } from './write-synced.js';

/** An empty folder of this run's own inside `parent`. */
export async function createStaging(parent: string): Promise<string> {
  if (await makeFolder(parent)) await syncFolder(dirname(parent));
  assert(
    (await pathKind(parent)) === 'folder',
    `${parent} is a real folder, which the ledger was read from`,
  );
  await removeLeftovers(parent);
  const folder = join(parent, await ownName('staging'));
  await mkdir(folder);
  return folder;
}

/** False where there is something of that name already. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** What a rename answers where its target is taken: a batch folder is never empty. */
const TAKEN: ReadonlySet<string | null> = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR']);

/**
 * The commit. False where another run took the place first. What fails once `committed` is called undoes
 * nothing: what was staged is in its place.
 */
export async function commit(
  staging: string,
  target: string,
  committed: () => void = () => undefined,
): Promise<boolean> {
  for (const entry of await readdir(staging, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolder(join(staging, entry.name));
  }
  await syncFolder(staging);
  try {
    await rename(staging, target);
  } catch (error) {
    if (TAKEN.has(errorCode(error))) return false;
    throw error;
  }
  committed();
  await syncFolder(dirname(target));
  return true;
}

export async function removeStaging(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true });
}
