/** Has slices rendered by whichever workers are at a queue. */
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { removeAtOnce } from '../../ledger/remove-leftovers.js';
import type { WrittenFile } from '../../ledger/write-synced.js';
import { renderedFolders, type Slice, type SliceJob } from '../render-slice.js';
import { JobQueue } from './job-queue.js';
import type { QueueAddress } from './queue-address.js';
import { JOB_FOLDER } from './work-queues.js';

export class QueueRenderer {
  private readonly queue: JobQueue<Slice, readonly WrittenFile[]>;

  /** `output`: the folder that workers share. */
  constructor(address: QueueAddress, output: string) {
    this.queue = new JobQueue('slice', address, output);
  }

  async render({ folder, logo, documents, xmlFiles }: SliceJob): Promise<WrittenFile[]> {
    const slice: Slice = { logo, documents, xmlFiles };
    for (const name of renderedFolders(slice)) await mkdir(join(folder, name), { recursive: true });
    return [...(await this.queue.perform(folder, slice))];
  }

  /** At once, so that a worker that comes late puts nothing into the folder any more. */
  async finish(folder: string): Promise<void> {
    await removeAtOnce(dirname(folder), join(basename(folder), JOB_FOLDER));
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}
