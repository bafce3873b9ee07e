/** The preview of a period: a folder with a name of its own, and a pointer that is swapped to it. */
import { lstat, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isOfKind, remove, removeOldPreviews, siblingName } from './leftovers.js';
import { commit, syncFolder } from './staging.js';

const POINTER = 'preview';

/**
 * Swaps the preview in whole. The pointer waits beside its folder until it takes the place of the old
 * one, so that other previews can tell a folder that is yet to be shown from one that was.
 */
export async function publishPreview(staging: string, periodFolder: string): Promise<void> {
  const version = siblingName(basename(staging), 'preview');
  const pointer = siblingName(version, 'pointer');
  await symlink(version, join(periodFolder, pointer));
  try {
    await commit(staging, join(periodFolder, version));
    await rename(join(periodFolder, pointer), join(periodFolder, POINTER));
  } catch (error) {
    await remove(periodFolder, version);
    await rm(join(periodFolder, pointer), { force: true });
    throw error;
  }
  await syncFolder(periodFolder);
  await removeOldPreviews(periodFolder, () => currentPreview(periodFolder));
}

/** Where something that is no preview stands in its place: it is neither followed nor replaced. */
export async function isPreviewForeign(periodFolder: string): Promise<boolean> {
  const entry = await lstat(join(periodFolder, POINTER)).catch(() => null);
  return entry !== null && (await currentPreview(periodFolder)) === null;
}

/** The name of the folder that the pointer points to. */
async function currentPreview(periodFolder: string): Promise<string | null> {
  const target = await readlink(join(periodFolder, POINTER)).catch(() => null);
  return target !== null && isOfKind(target, 'preview') ? target : null;
}
