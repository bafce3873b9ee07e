/**
 * Staging folders: a run writes beside, syncs, holds what is there against what it wrote, and renames.
 * The rename is the commit.
 */
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { errorCode } from '../error-code.js';
import { pathKind } from '../path-kind.js';
import { assert } from '../problem.js';
import { Heartbeat } from './heartbeat.js';
import { ownName } from './hidden-name.js';
import { removeLeftovers } from './remove-leftovers.js';
import { StagingChanged } from './staging-changed.js';
import { syncFolder, type WrittenFile } from './write-synced.js';

/** What a rename answers where its target is taken: a batch folder is never empty. */
const TAKEN: ReadonlySet<string | null> = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR']);

export interface CommitOptions {
  /** Called the moment it is done: what fails after it undoes nothing. */
  readonly committed?: () => void;
  /** The folder inside, such as `finance`, that alone takes its place. */
  readonly inside?: string;
}

export class Staging {
  private readonly heartbeat: Heartbeat;

  private constructor(readonly folder: string) {
    this.heartbeat = new Heartbeat(folder);
  }

  /** An empty folder of this run's own inside `parent`. */
  static async create(parent: string): Promise<Staging> {
    if (await makeFolder(parent)) await syncFolder(dirname(parent));
    assert(
      (await pathKind(parent)) === 'folder',
      `${parent} is a real folder, which the ledger was read from`,
    );
    const folder = join(parent, await ownName('staging'));
    await mkdir(folder);
    const staging = new Staging(folder);
    try {
      await removeLeftovers(parent, folder);
      return staging;
    } catch (error) {
      await staging.remove();
      throw error;
    }
  }

  /**
   * The commit, of all the files that were written. False where another run took the place first; throws
   * {@link StagingChanged} where the folder does not hold just these files.
   */
  async commit(
    target: string,
    written: readonly WrittenFile[],
    { committed, inside = '' }: CommitOptions = {},
  ): Promise<boolean> {
    await this.heartbeat.stop();
    await this.hold(written);
    try {
      await rename(join(this.folder, inside), target);
    } catch (error) {
      if (TAKEN.has(errorCode(error))) return false;
      throw error;
    }
    committed?.();
    await syncFolder(dirname(target));
    return true;
  }

  async remove(): Promise<void> {
    await this.heartbeat.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Syncs every folder, and looks whether each file is there and as long as it was written, and no other. */
  async hold(written: readonly WrittenFile[]): Promise<void> {
    const bytes = new Map(written.map((one) => [one.file, one.bytes]));
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const file = relative(this.folder, path);
      if (entry.isDirectory()) {
        await syncFolder(path);
        continue;
      }
      const { size } = await lstat(path);
      if (!entry.isFile() || bytes.get(file) !== size) throw new StagingChanged(file);
      bytes.delete(file);
    }
    const [missing] = bytes.keys();
    if (missing !== undefined) throw new StagingChanged(missing);
    await syncFolder(this.folder);
  }
}

/** False where there is something of that name already. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
