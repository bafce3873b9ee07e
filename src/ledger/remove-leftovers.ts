/** What runs leave when they die, and how the next one takes it away. */
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { pathKind } from '../path-kind.js';
import { isOfDeadRun } from './dead-run.js';
import { hostAndBoot, ownName, parseHiddenName, siblingName } from './hidden-name.js';

/** Takes away what dead runs left in a period's folder; previews are {@link removeOldPreviews}'s. */
export async function removeLeftovers(folder: string): Promise<void> {
  const here = await hostAndBoot();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = parseHiddenName(entry.name);
    if (name === null || name.kind === 'preview' || !isOfDeadRun(name, here)) continue;
    if (name.kind === 'pointer' || name.kind === 'head')
      await rm(join(folder, entry.name), { force: true });
    else if (entry.isDirectory()) await removeAtOnce(folder, entry.name);
  }
}

/** The names of the work folders of dead runs: of any user, since all share one folder of temporary files. */
export async function deadWorkFolders(folder: string): Promise<string[]> {
  const here = await hostAndBoot();
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => {
      const name = parseHiddenName(entry.name);
      return name?.kind === 'work' && entry.isDirectory() && isOfDeadRun(name, here);
    })
    .map(({ name }) => name);
}

/**
 * Takes away every preview but the current one. One whose pointer still waits beside it is not yet
 * shown, and goes only if its run is dead; one without has been shown, and will not be again.
 */
export async function removeOldPreviews(
  folder: string,
  current: () => Promise<string | null>,
): Promise<void> {
  const here = await hostAndBoot();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = parseHiddenName(entry.name);
    if (name?.kind !== 'preview' || !entry.isDirectory()) continue;
    const isWaiting =
      (await pathKind(join(folder, siblingName(entry.name, 'pointer')))) !== 'absent';
    if (isWaiting && !isOfDeadRun(name, here)) continue;
    if ((await current()) !== entry.name) await removeAtOnce(folder, entry.name);
  }
}

/** By way of a name that nobody reads, so that it goes all at once; another run may have taken it. */
export async function removeAtOnce(folder: string, name: string): Promise<void> {
  const trash = join(folder, await ownName('trash'));
  try {
    await rename(join(folder, name), trash);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  await rm(trash, { recursive: true, force: true });
}
