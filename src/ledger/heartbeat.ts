/** How a run says that it lives, to whoever cannot see its process: by the times of the folders it works in. */
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing is taken for left behind that has changed within so long. */
export const SILENCE_MS_MAX = 24 * 60 * 60 * 1000;

const BEAT_MS = 10 * 60 * 1000;
const SIGN = '.alive';

/** Changes a folder every ten minutes until it is stopped. The process may end meanwhile. */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout;
  private lastBeat: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    everyMs = BEAT_MS,
  ) {
    this.timer = setInterval(() => {
      this.lastBeat = this.lastBeat.then(() => this.beat());
    }, everyMs).unref();
  }

  /** Once it has stopped, nothing of it is in the folder. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.lastBeat;
  }

  /** The file system itself dates the change, whatever the clock of this machine says. A folder that is gone is found out elsewhere. */
  private async beat(): Promise<void> {
    const sign = join(this.folder, SIGN);
    await mkdir(sign).catch(() => undefined);
    await rmdir(sign).catch(() => undefined);
  }
}
