/**
 * Staging folders: a run writes beside, syncs, and renames. The rename is the commit.
 * A folder's name carries the host, its boot and the process, so that only those of provably dead
 * runs are removed.
 */
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { assert } from '../problem.js';

const PREFIX = '.staging-';

/** An empty folder of this run's own inside `parent`. */
export async function createStaging(parent: string): Promise<string> {
  if ((await mkdir(parent, { recursive: true })) !== undefined) await syncFolder(dirname(parent));
  const found = await lstat(parent);
  assert(found.isDirectory(), `${parent} is a real folder, which the ledger was read from`);
  await removeDead(parent);
  const name = [await hostAndBoot(), String(process.pid), randomUUID().slice(0, 8)].join('~');
  const folder = join(parent, PREFIX + name);
  await mkdir(folder);
  return folder;
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

async function syncFolder(folder: string): Promise<void> {
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

async function removeDead(parent: string): Promise<void> {
  const here = await hostAndBoot();
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith(PREFIX)) continue;
    if (!isDead(entry.name.slice(PREFIX.length), here)) continue;
    const trash = join(parent, `.trash-${randomUUID()}`);
    await rename(join(parent, entry.name), trash);
    await rm(trash, { recursive: true, force: true });
  }
}

/** Of this host, and either of an earlier boot or of a process that is no more. */
function isDead(name: string, here: string): boolean {
  const [host = '', boot = '', pid = ''] = name.split('~');
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
