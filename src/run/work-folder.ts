/** A folder for what is made and thrown away while the input is read. */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deadWorkFolders, ownName, remove } from '../ledger/leftovers.js';

/** Among the system's temporary files, from where it also takes away those of dead runs. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  for (const name of await deadWorkFolders(tmpdir())) await remove(tmpdir(), name).catch(notOurs);
  const folder = join(tmpdir(), await ownName('work'));
  await mkdir(folder, { mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What another user left is theirs to take away, and in nobody's way. */
function notOurs(error: unknown): void {
  if (!(error instanceof Error && 'code' in error)) throw error;
}
