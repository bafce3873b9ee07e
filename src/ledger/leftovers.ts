/**
 * What runs leave when they die, and how the next one takes it away. Each hidden name carries the
 * host, its boot and the process, so that nothing goes but what is of provably dead runs.
 */
import { randomUUID } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * What a run makes beside the batches: what it writes, what it throws away, previews and their pointers;
 * and among the system's temporary files, its work folder.
 */
type Kind = 'staging' | 'trash' | 'preview' | 'pointer' | 'work';

const NAME = /^\.(staging|trash|preview|pointer|work)-([\w.-]+~[\w-]+~\d+~[0-9a-f]{8})$/;

/** A hidden name of this run's own. */
export async function ownName(kind: Kind): Promise<string> {
  return nameOf(kind, [await hostAndBoot(), process.pid, randomUUID().slice(0, 8)].join('~'));
}

/** The name of another kind with the same owner and number: a preview and its pointer. */
export function siblingName(name: string, kind: Kind): string {
  return nameOf(kind, parsed(name)?.owner ?? '');
}

function nameOf(kind: Kind, owner: string): string {
  return `.${kind}-${owner}`;
}

function parsed(name: string): { kind: Kind; owner: string } | null {
  const [, kind, owner] = NAME.exec(name) ?? [];
  return kind === undefined || owner === undefined ? null : { kind: kind as Kind, owner };
}

export function isOfKind(name: string, kind: Kind): boolean {
  return parsed(name)?.kind === kind;
}

/** Takes away what dead runs left in a period's folder; previews are {@link removeOldPreviews}'s. */
export async function removeLeftovers(folder: string): Promise<void> {
  const here = await hostAndBoot();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = parsed(entry.name);
    if (name === null || name.kind === 'preview' || !isDead(name.owner, here)) continue;
    if (name.kind === 'pointer') await rm(join(folder, entry.name), { force: true });
    else if (entry.isDirectory()) await remove(folder, entry.name);
  }
}

/** The work folders of dead runs: of any user, since all share one folder of temporary files. */
export async function deadWorkFolders(folder: string): Promise<string[]> {
  const here = await hostAndBoot();
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && isOfKind(entry.name, 'work'))
    .map(({ name }) => name)
    .filter((name) => isDead(parsed(name)?.owner ?? '', here));
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
    const name = parsed(entry.name);
    if (name?.kind !== 'preview' || !entry.isDirectory()) continue;
    const isWaiting = await isThere(join(folder, siblingName(entry.name, 'pointer')));
    if (isWaiting && !isDead(name.owner, here)) continue;
    if ((await current()) !== entry.name) await remove(folder, entry.name);
  }
}

/** By way of a name that nobody reads, so that it goes all at once; another run may have taken it. */
export async function remove(folder: string, name: string): Promise<void> {
  const trash = join(folder, await ownName('trash'));
  try {
    await rename(join(folder, name), trash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  await rm(trash, { recursive: true, force: true });
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Of this host, and either of an earlier boot or of a process that is no more. */
function isDead(owner: string, here: string): boolean {
  const [host = '', boot = '', pid = ''] = owner.split('~');
  const [hereHost = ''] = here.split('~');
  if (host !== hereHost) return false;
  return `${host}~${boot}` !== here || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function hostAndBoot(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown');
  return `${hostname().replace(/[^\w.-]/g, '_')}~${boot.trim()}`;
}
