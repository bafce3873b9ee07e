/** A folder for what is made and thrown away while the input is read. */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { ownName } from '../ledger/hidden-name.js';
import { deadWorkFolders, removeAtOnce } from '../ledger/remove-leftovers.js';

export class WorkFolder implements AsyncDisposable {
  private constructor(readonly path: string) {}

  /** Among the system's temporary files, from where it also takes away those of dead runs. */
  static async create(): Promise<WorkFolder> {
    for (const name of await deadWorkFolders(tmpdir()))
      await removeAtOnce(tmpdir(), name).catch(notOurs);
    const path = join(tmpdir(), await ownName('work'));
    await mkdir(path, { mode: 0o700 });
    return new WorkFolder(path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** What another user left is theirs to take away, and in nobody's way. */
function notOurs(error: unknown): void {
  if (errorCode(error) === null) throw error;
}
