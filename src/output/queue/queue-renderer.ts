/**
 * Has slices rendered by whichever workers are at a queue. A slice is a file below the staging folder,
 * the job merely names it; so a Redis that forgets jobs is told them again, and no harm is done: a job
 * that is done twice gives the same bytes.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serialize } from 'node:v8';
import { Queue } from 'bullmq';
import { removeAtOnce } from '../../ledger/remove-leftovers.js';
import type { WrittenFile } from '../../ledger/write-synced.js';
import { renderedFolders, type Slice, type SliceJob } from '../render-slice.js';
import { shownAddress, type QueueAddress } from './queue-address.js';
import { asQueueFault, QueueFault } from './queue-fault.js';
import { connectionTo, SLICE_FOLDER, SLICE_QUEUE, type SliceTicket } from './slice-queue.js';
import { ownStamp } from './slice-stamp.js';
import { WorkerWatch } from './worker-watch.js';

const LOOK_MS = 250;
/** A Redis that is started anew is back by then. */
const PATIENCE_MS = 60_000;
const ATTEMPTS = 3;
const ATTEMPT_AFTER_MS = 1000;
/** What nobody fetches, since its run is dead, goes by then. */
const KEPT_SECONDS = 3600;

export class QueueRenderer {
  private readonly queue: Queue<SliceTicket, readonly WrittenFile[]>;
  private readonly watch: WorkerWatch;
  /** As people may see it. */
  private readonly address: string;
  private slices = 0;

  /** `output`: the folder that workers share. */
  constructor(
    address: QueueAddress,
    private readonly output: string,
  ) {
    this.address = shownAddress(address);
    const kept = { age: KEPT_SECONDS };
    this.queue = new Queue(SLICE_QUEUE, {
      connection: connectionTo(address, PATIENCE_MS),
      skipVersionCheck: true,
      defaultJobOptions: {
        attempts: ATTEMPTS,
        backoff: { type: 'fixed', delay: ATTEMPT_AFTER_MS },
        removeOnComplete: kept,
        removeOnFail: kept,
      },
    });
    // the commands that wait say what failed
    this.queue.on('error', () => undefined);
    this.watch = new WorkerWatch(this.address, () => this.queue.getWorkersCount());
  }

  async render(job: SliceJob): Promise<WrittenFile[]> {
    const ticket = await this.writeSlice(job);
    try {
      return [...(await this.rendered(ticket))];
    } catch (error) {
      throw asQueueFault(this.address, error);
    }
  }

  /** At once, so that a worker that comes late puts nothing into the folder any more. */
  async finish(folder: string): Promise<void> {
    await removeAtOnce(dirname(folder), join(basename(folder), SLICE_FOLDER));
  }

  async close(): Promise<void> {
    await this.queue.close().catch(() => undefined);
  }

  private async writeSlice({ folder, logo, documents, xmlFiles }: SliceJob): Promise<SliceTicket> {
    this.slices += 1;
    const slice = String(this.slices);
    const data: Slice = { logo, documents, xmlFiles };
    for (const name of [SLICE_FOLDER, ...renderedFolders(data)])
      await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, SLICE_FOLDER, slice), serialize(data));
    return { stamp: ownStamp(), folder: relative(this.output, folder), slice };
  }

  private async rendered(ticket: SliceTicket): Promise<readonly WrittenFile[]> {
    const jobId = `${basename(ticket.folder)}-${ticket.slice}`;
    const since = performance.now();
    for (;;) {
      const job =
        (await this.queue.getJob(jobId)) ?? (await this.queue.add('slice', ticket, { jobId }));
      if (job.finishedOn === undefined) {
        await this.watch.expectWorkers(since);
        await sleep(LOOK_MS);
        continue;
      }
      await job.remove();
      const records = job.returnvalue as readonly WrittenFile[] | null;
      if (records === null)
        throw new QueueFault(this.address, { case: 'slice-failed', reason: job.failedReason });
      this.watch.done();
      return records;
    }
  }
}
