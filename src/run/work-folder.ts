/** A folder for what is made and thrown away while the input is read. */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Heartbeat } from '../ledger/heartbeat.js';
import { ownName } from '../ledger/hidden-name.js';
import { deadWorkFolders, removeAtOnce } from '../ledger/remove-leftovers.js';
import { systemFault } from '../system-fault.js';

export class WorkFolder implements AsyncDisposable {
  private readonly heartbeat: Heartbeat;

  private constructor(readonly path: string) {
    this.heartbeat = new Heartbeat(path);
  }

  /** Among the system's temporary files, from where it also takes away those of this user's dead runs. */
  static async create(): Promise<WorkFolder> {
    const path = join(tmpdir(), await ownName('work'));
    await mkdir(path, { mode: 0o700 });
    await clearUp(path).catch(inNobodysWay);
    return new WorkFolder(path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.heartbeat.stop();
    await rm(this.path, { recursive: true, force: true }).catch(inNobodysWay);
  }
}

async function clearUp(mine: string): Promise<void> {
  for (const name of await deadWorkFolders(tmpdir(), mine)) await removeAtOnce(tmpdir(), name);
}

/** What cannot be taken away is left to the next run. */
function inNobodysWay(error: unknown): void {
  if (systemFault(error) === null) throw error;
}
