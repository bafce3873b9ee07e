/** The preview of a period: a folder with a name of its own, and a pointer that is swapped to it. */
import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathKind } from '../path-kind.js';
import { PREVIEW_FOLDER } from './batch-place.js';
import { parseHiddenName, siblingName } from './hidden-name.js';
import { removeAtOnce, removeOldPreviews } from './remove-leftovers.js';
import { commit } from './staging.js';
import { syncFolder } from './write-synced.js';

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
    await rename(join(periodFolder, pointer), join(periodFolder, PREVIEW_FOLDER));
  } catch (error) {
    await removeAtOnce(periodFolder, version);
    await rm(join(periodFolder, pointer), { force: true });
    throw error;
  }
  await syncFolder(periodFolder);
  await removeOldPreviews(periodFolder, () => currentPreview(periodFolder));
}

/** Where something that is no preview stands in its place: it is neither followed nor replaced. */
export async function isPreviewForeign(periodFolder: string): Promise<boolean> {
  const kind = await pathKind(join(periodFolder, PREVIEW_FOLDER));
  return kind !== 'absent' && (await currentPreview(periodFolder)) === null;
}

/** The name of the folder that the pointer points to. */
async function currentPreview(periodFolder: string): Promise<string | null> {
  const target = await readlink(join(periodFolder, PREVIEW_FOLDER)).catch(() => null);
  return target !== null && parseHiddenName(target)?.kind === 'preview' ? target : null;
}
