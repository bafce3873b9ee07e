/** Work that goes on beside the work that starts it, so much of it at once, and never behind its back. */
export class PendingWork implements AsyncDisposable {
  private readonly running = new Set<Promise<void>>();
  private failed = false;
  private failure: unknown;

  constructor(private readonly atOnce: number) {}

  /** Starts the work as soon as there is room; throws what earlier work failed with. */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.atOnce) await Promise.race(this.running);
    this.throwFailure();
    const running = work()
      .catch((error: unknown) => {
        if (!this.failed) this.failure = error;
        this.failed = true;
      })
      .finally(() => this.running.delete(running));
    this.running.add(running);
  }

  /** Waits for all of it; throws what the first of it failed with. */
  async finish(): Promise<void> {
    await this.settle();
    this.throwFailure();
  }

  /** Waits for all of it, whatever comes of it. */
  async settle(): Promise<void> {
    while (this.running.size > 0) await Promise.race(this.running);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.settle();
  }

  private throwFailure(): void {
    if (this.failed) throw this.failure;
  }
}
