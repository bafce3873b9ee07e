/** Staging folders: a run writes beside, syncs, and renames. The rename is the commit. */
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assert } from '../problem.js';
import { ownName, removeLeftovers } from './leftovers.js';

/** An empty folder of this run's own inside `parent`. */
export async function createStaging(parent: string): Promise<string> {
  if (await makeFolder(parent)) await syncFolder(dirname(parent));
  const found = await lstat(parent);
  assert(found.isDirectory(), `${parent} is a real folder, which the ledger was read from`);
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
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Writes a file, its folders with it, and syncs its bytes. */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The commit. False where another run took the place first: a batch folder is never empty. */
export async function commit(staging: string, target: string): Promise<boolean> {
  for (const entry of await readdir(staging, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolder(join(staging, entry.name));
  }
  await syncFolder(staging);
  try {
    await rename(staging, target);
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
  await syncFolder(dirname(target));
  return true;
}

export async function removeStaging(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true });
}

function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR';
}
