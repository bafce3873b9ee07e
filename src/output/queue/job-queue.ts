/**
 * Has jobs of one kind done by whichever workers are at a queue. The data of a job is a file below the
 * staging folder, the job merely names it; so a Redis that forgets jobs is told them again, and no harm is
 * done: a job that is done twice comes to the same.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serialize } from 'node:v8';
import { Queue } from 'bullmq';
import { shownAddress, type QueueAddress } from './queue-address.js';
import { asQueueFault, JOB_FAULTS, QueueFault } from './queue-fault.js';
import { ownStamp } from './slice-stamp.js';
import { connectionTo, JOB_FOLDER, QUEUES, type JobKind, type Ticket } from './work-queues.js';
import { WorkerWatch } from './worker-watch.js';

const LOOK_MS = 250;
/** A Redis that is started anew is back by then. */
const PATIENCE_MS = 60_000;
const ATTEMPTS = 3;
const ATTEMPT_AFTER_MS = 1000;
/** What nobody fetches, since its run is dead, goes by then. */
const KEPT_SECONDS = 3600;

export class JobQueue<Data, Result> {
  private readonly queue: Queue<Ticket, Result>;
  private readonly watch: WorkerWatch;
  /** As people may see it. */
  private readonly address: string;
  private jobs = 0;

  /** `output`: the folder that workers share. */
  constructor(
    private readonly kind: JobKind,
    address: QueueAddress,
    private readonly output: string,
  ) {
    this.address = shownAddress(address);
    const kept = { age: KEPT_SECONDS };
    this.queue = new Queue(QUEUES[kind], {
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
    this.watch = new WorkerWatch(this.address, kind, () => this.queue.getWorkersCount());
  }

  /** `folder`: the staging folder. Throws a QueueFault where nothing comes of it. */
  async perform(folder: string, data: Data): Promise<Result> {
    this.jobs += 1;
    const job = String(this.jobs);
    await mkdir(join(folder, JOB_FOLDER), { recursive: true });
    await writeFile(join(folder, JOB_FOLDER, job), serialize(data));
    try {
      return await this.done({ stamp: ownStamp(), folder: relative(this.output, folder), job });
    } catch (error) {
      throw asQueueFault(this.address, error);
    }
  }

  async close(): Promise<void> {
    await this.queue.close().catch(() => undefined);
  }

  private async done(ticket: Ticket): Promise<Result> {
    const jobId = `${basename(ticket.folder)}-${ticket.job}`;
    const since = performance.now();
    for (;;) {
      const job =
        (await this.queue.getJob(jobId)) ?? (await this.queue.add(this.kind, ticket, { jobId }));
      if (job.finishedOn === undefined) {
        await this.watch.expectWorkers(since);
        await sleep(LOOK_MS);
        continue;
      }
      await job.remove();
      const result = job.returnvalue as Result | null;
      const { failed } = JOB_FAULTS[this.kind];
      if (result === null)
        throw new QueueFault(this.address, { case: failed, reason: job.failedReason });
      this.watch.done();
      return result;
    }
  }
}
