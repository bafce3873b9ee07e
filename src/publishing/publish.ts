/** Publishes what a run has written: one rename is the commit. */
import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './manifest.js';
import { commit } from './staging.js';

/** Publishes a batch of a period; false where another run took its number first. */
export async function publishBatch(
  staging: string,
  periodFolder: string,
  batch: number,
): Promise<boolean> {
  return commit(staging, join(periodFolder, `batch-${String(batch).padStart(3, '0')}`));
}

/** Swaps the preview in whole: a versioned folder, and a pointer to it. */
export async function publishPreview(staging: string, periodFolder: string): Promise<boolean> {
  const version = `.preview-${process.pid}-${sha256(staging).slice(0, 8)}`;
  if (!(await commit(staging, join(periodFolder, version)))) return false;
  const pointer = join(periodFolder, 'preview');
  const old = await readlink(pointer).catch(() => null);
  await symlink(version, join(periodFolder, `${version}.pointer`));
  await rename(join(periodFolder, `${version}.pointer`), pointer);
  if (old?.startsWith('.preview-'))
    await rm(join(periodFolder, old), { recursive: true, force: true });
  return true;
}
