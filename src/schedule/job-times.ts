/**
 * The times of a job by its cron expression, none of which is lost. node-cron fires them; a time that
 * passed while the process slept, that the clocks skip, or that lies behind a clock which was set, is made up for.
 */
import cron, { type ScheduledTask } from 'node-cron';
import { skippedClockTimes, type SkippedClockTimes } from './skipped-clock-times.js';

/** How often {@link JobTimes.look} is to be called. */
export const LOOK_MS = 60_000;
/** node-cron itself is that late at most, or tells that a time was missed. */
const LATE_MS = 2000;

export interface Alarms {
  /** A time has come. What it answers is done when the job is. */
  readonly due: () => Promise<void>;
  /** A time has passed, or never came: the moment at which it should have been. */
  readonly missed: (moment: Date) => void;
  /** A time has come while the work of the last one is not done. */
  readonly overlapped: () => void;
}

/** What happens is told by the alarms alone. */
const SILENT = { info: nothing, warn: nothing, error: nothing, debug: nothing };

function nothing(): void {
  return undefined;
}

export class JobTimes {
  private readonly task: ScheduledTask;
  /** The same expression over clock times as if they were UTC, where none is skipped. */
  private readonly clock: ScheduledTask;
  /** What lies before it is done, or made up for by what has begun then. */
  private doneUntil: number;
  private lookedAt: number;
  private next: Date | null;

  constructor(
    expression: string,
    private readonly timeZone: string,
    private readonly alarms: Alarms,
  ) {
    this.doneUntil = this.lookedAt = Date.now();
    this.task = cron.schedule(expression, ({ date }) => this.onTime(date), {
      timezone: timeZone,
      noOverlap: true,
      logger: SILENT,
    });
    this.task.on('execution:overlap', alarms.overlapped);
    this.task.on('execution:missed', ({ date }) => {
      this.makeUpFor(date);
    });
    this.clock = cron.createTask(expression, nothing, { timezone: 'Etc/UTC', logger: SILENT });
    this.next = this.task.getNextRun();
  }

  /**
   * Looks whether a time has passed unseen: a timer stands still while the machine is suspended, and
   * does not see that the clock is set.
   */
  look(): void {
    const [now, before, passed] = [Date.now(), this.lookedAt, this.next];
    this.lookedAt = now;
    if (now < before - LOOK_MS) this.beginAnew(now);
    this.next = this.task.getNextRun();
    if (passed !== null && passed.getTime() + LATE_MS <= now) this.makeUpFor(passed);
    for (const skipped of skippedClockTimes(before, now, this.timeZone)) {
      if (this.hasTimeIn(skipped)) this.makeUpFor(new Date(skipped.moment));
    }
  }

  async stop(): Promise<void> {
    await this.task.destroy();
    await this.clock.destroy();
  }

  private onTime(moment: Date): Promise<void> | undefined {
    if (this.isDone(moment)) return undefined;
    return this.alarms.due();
  }

  private makeUpFor(moment: Date): void {
    if (!this.isDone(moment)) this.alarms.missed(moment);
  }

  /** One time is made up for by the work of any later one, so that of several but one is done. */
  private isDone(moment: Date): boolean {
    if (moment.getTime() <= this.doneUntil) return true;
    this.doneUntil = Date.now();
    return false;
  }

  /** The clock was set back: times by the clock as it was are waited for no more. */
  private beginAnew(now: number): void {
    this.doneUntil = now;
    void this.task.stop();
    void this.task.start();
  }

  private hasTimeIn({ from, to }: SkippedClockTimes): boolean {
    for (let time = from; time < to; time += 1000) {
      if (this.clock.match(new Date(time))) return true;
    }
    return false;
  }
}
