/** The preview of a period: a folder with a name of its own, and a pointer that is swapped to it. */
import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../error-code.js';
import { pathKind } from '../path-kind.js';
import { isAbsence } from '../system-fault.js';
import { PREVIEW_FOLDER } from './batch-place.js';
import { parseHiddenName, siblingName } from './hidden-name.js';
import { removeAtOnce, removeOldPreviews } from './remove-leftovers.js';
import type { Staging } from './staging.js';
import { syncFolder, type WrittenFile } from './write-synced.js';

/**
 * Swaps the preview in whole. The pointer waits beside its folder until it takes the place of the old
 * one, so that other previews can tell a folder that is yet to be shown from one that was. What fails once
 * `committed` is called undoes nothing.
 */
export async function publishPreview(
  staging: Staging,
  written: readonly WrittenFile[],
  periodFolder: string,
  committed: () => void = () => undefined,
): Promise<void> {
  const version = siblingName(basename(staging.folder), 'preview');
  const pointer = siblingName(version, 'pointer');
  await symlink(version, join(periodFolder, pointer));
  try {
    await staging.commit(join(periodFolder, version), written);
    await rename(join(periodFolder, pointer), join(periodFolder, PREVIEW_FOLDER));
  } catch (error) {
    await removeAtOnce(periodFolder, version);
    await rm(join(periodFolder, pointer), { force: true });
    throw error;
  }
  committed();
  await syncFolder(periodFolder);
  const mine = join(periodFolder, PREVIEW_FOLDER);
  await removeOldPreviews(periodFolder, mine, () => currentPreview(periodFolder));
}

/** Where something that is no preview stands in its place: it is neither followed nor replaced. */
export async function isPreviewForeign(periodFolder: string): Promise<boolean> {
  const kind = await pathKind(join(periodFolder, PREVIEW_FOLDER));
  return kind !== 'absent' && (await currentPreview(periodFolder)) === null;
}

function ifNoLink(error: unknown): null {
  if (errorCode(error) === 'EINVAL' || isAbsence(error)) return null;
  throw error;
}

/** The name of the folder that the pointer points to. */
async function currentPreview(periodFolder: string): Promise<string | null> {
  const target = await readlink(join(periodFolder, PREVIEW_FOLDER)).catch(ifNoLink);
  return target !== null && parseHiddenName(target)?.kind === 'preview' ? target : null;
}
