/** Whether anybody is there to render: a run that waits for nobody would wait for ever. */
import { QueueFault } from './queue-fault.js';

const LOOK_MS = 5000;
/** Workers that are started anew, or a Redis that is, are back by then. */
const NOBODY_MS_MAX = 60_000;
/** Whoever is there should have rendered a slice by then: it takes seconds. */
const NOTHING_MS_MAX = 600_000;

export class WorkerWatch {
  private lookedAt = -Infinity;
  private seenAt = -Infinity;
  private doneAt = -Infinity;

  /** `queue`: its address; `countWorkers`: how many are at it. */
  constructor(
    private readonly queue: string,
    private readonly countWorkers: () => Promise<number>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** A slice is rendered. */
  done(): void {
    this.doneAt = this.now();
  }

  /** Throws where nobody has been there for too long, for a slice that waits since `waitsSince`. */
  async expectWorkers(waitsSince: number): Promise<void> {
    if (this.now() - this.lookedAt < LOOK_MS) return;
    this.lookedAt = this.now();
    if ((await this.countWorkers()) > 0) this.seenAt = this.now();
    const nobodyMs = this.now() - Math.max(waitsSince, this.seenAt, this.doneAt);
    const nothingMs = this.now() - Math.max(waitsSince, this.doneAt);
    if (nobodyMs > NOBODY_MS_MAX) throw new QueueFault(this.queue, { case: 'no-worker' });
    if (nothingMs > NOTHING_MS_MAX) throw new QueueFault(this.queue, { case: 'no-slice-done' });
  }
}
