/**
 * What runs leave when they die, and how the next one takes it away: if their process is provably no
 * more, or if nobody here can see it and nothing has changed for a day; and of this user alone, since
 * in a folder of somebody else's a link may take any place while it is removed.
 */
import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../error-code.js';
import { pathKind } from '../path-kind.js';
import { SILENCE_MS_MAX } from './heartbeat.js';
import {
  ownName,
  parseHiddenName,
  processOf,
  processSpace,
  siblingName,
  type HiddenKind,
} from './hidden-name.js';
import { lifeOfRun } from './life-of-run.js';

interface Leftover {
  readonly name: string;
  readonly kind: HiddenKind;
  readonly isFolder: boolean;
}

/**
 * Takes away what dead runs left in a period's folder; previews are {@link removeOldPreviews}'s. `mine`
 * is something that this run has just made there: who owns it is this user, and its time is now. What
 * this process could not throw away before, since it had too many open files, goes with it.
 */
export async function removeLeftovers(folder: string, mine: string): Promise<void> {
  for (const { name, kind, isFolder } of await ownHiddenIn(folder, mine)) {
    const isMyTrash = kind === 'trash' && processOf(name) === processOf(basename(mine));
    if (kind === 'preview' || !(isMyTrash || (await isLeftBehind(folder, name, mine)))) continue;
    if (kind === 'pointer' || kind === 'head') await rm(join(folder, name), { force: true });
    else if (isFolder) await removeAtOnce(folder, name);
  }
}

/** The names of the work folders of this user's dead runs; `mine` as in {@link removeLeftovers}. */
export async function deadWorkFolders(folder: string, mine: string): Promise<string[]> {
  const dead: string[] = [];
  for (const { name, kind, isFolder } of await ownHiddenIn(folder, mine)) {
    if (kind === 'work' && isFolder && (await isLeftBehind(folder, name, mine))) dead.push(name);
  }
  return dead;
}

/**
 * Takes away every preview but the current one. One whose pointer still waits beside it is not yet
 * shown, and goes only if its run is dead; one without has been shown, and will not be again.
 */
export async function removeOldPreviews(
  folder: string,
  mine: string,
  current: () => Promise<string | null>,
): Promise<void> {
  for (const { name, kind, isFolder } of await ownHiddenIn(folder, mine)) {
    if (kind !== 'preview' || !isFolder) continue;
    const isWaiting = (await pathKind(join(folder, siblingName(name, 'pointer')))) !== 'absent';
    if (isWaiting && !(await isLeftBehind(folder, name, mine))) continue;
    if ((await current()) !== name) await removeAtOnce(folder, name);
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

/** What has a hidden name and the same owner as `mine`. */
async function ownHiddenIn(folder: string, mine: string): Promise<Leftover[]> {
  const { uid } = await lstat(mine);
  const found: Leftover[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const kind = parseHiddenName(entry.name)?.kind;
    if (kind === undefined) continue;
    const owner = await lstat(join(folder, entry.name)).catch(() => null);
    if (owner?.uid === uid) found.push({ name: entry.name, kind, isFolder: entry.isDirectory() });
  }
  return found;
}

async function isLeftBehind(folder: string, name: string, mine: string): Promise<boolean> {
  const parsed = parseHiddenName(name);
  const life = parsed === null ? 'unknown' : await lifeOfRun(parsed, await processSpace());
  if (life !== 'unknown') return life === 'dead';
  const found = await lstat(join(folder, name)).catch(() => null);
  const { mtimeMs: now } = await lstat(mine);
  return found !== null && now - found.mtimeMs > SILENCE_MS_MAX;
}
