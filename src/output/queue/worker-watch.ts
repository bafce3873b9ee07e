/** Whether anybody is there to do a run's jobs: a run that waits for nobody would wait for ever. */
import { JOB_FAULTS, QueueFault } from './queue-fault.js';
import type { JobKind } from './work-queues.js';

const LOOK_MS = 5000;
/** Workers that are started anew, or a Redis that is, are back by then. */
const NOBODY_MS_MAX = 60_000;
/** Whoever is there should have done a job by then: a slice takes seconds, a bucket of a hundred million orders some minutes. */
const NOTHING_MS_MAX: Readonly<Record<JobKind, number>> = { slice: 600_000, bucket: 3_600_000 };

export class WorkerWatch {
  private lookedAt = -Infinity;
  private seenAt = -Infinity;
  private doneAt = -Infinity;

  /** `queue`: its address; `countWorkers`: how many are at it. */
  constructor(
    private readonly queue: string,
    private readonly kind: JobKind,
    private readonly countWorkers: () => Promise<number>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** A job is done. */
  done(): void {
    this.doneAt = this.now();
  }

  /** Throws where nobody has been there for too long, for a job that waits since `waitsSince`. */
  async expectWorkers(waitsSince: number): Promise<void> {
    if (this.now() - this.lookedAt < LOOK_MS) return;
    this.lookedAt = this.now();
    if ((await this.countWorkers()) > 0) this.seenAt = this.now();
    const nobodyMs = this.now() - Math.max(waitsSince, this.seenAt, this.doneAt);
    const nothingMs = this.now() - Math.max(waitsSince, this.doneAt);
    const { nobody, nothing } = JOB_FAULTS[this.kind];
    if (nobodyMs > NOBODY_MS_MAX) throw new QueueFault(this.queue, { case: nobody });
    if (nothingMs > NOTHING_MS_MAX[this.kind]) throw new QueueFault(this.queue, { case: nothing });
  }
}
