/** Stays up: work by cron expressions in the provider's zone, one piece at a time. */
import cron from 'node-cron';
import { errorMessage } from '../error-message.js';
import { JobTimes, LOOK_MS } from './job-times.js';

export interface Job {
  readonly name: string;
  /** A cron expression of five fields, or of six with seconds before them. */
  readonly expression: string;
  readonly work: () => Promise<Outcome>;
}

/** How a job ended: an exit status of the program's commands, and what it is worth saying. */
export interface Outcome {
  /** 0 done; 1 nothing published; 2 published, some merchants blocked. */
  readonly status: number;
  readonly message?: string;
  /** How many warnings there were, by code; none is left out. */
  readonly warnings?: Readonly<Record<string, number>>;
}

/** What happened to a job. */
export interface ScheduleEvent {
  readonly event: 'waiting' | 'started' | 'finished' | 'failed' | 'missed' | 'skipped' | 'stopped';
  readonly job: string;
  /** The time that a missed job should have begun at. */
  readonly due?: Date;
  /** The exit status of what finished or failed. */
  readonly status?: number;
  readonly message?: string;
  readonly warnings?: Readonly<Record<string, number>>;
}

export function isCronExpression(text: string): boolean {
  return cron.validate(text);
}

/**
 * Does the jobs at their times, or later where they pass unseen, and those of `atStart` at once. Work
 * never overlaps: what becomes due meanwhile waits. Once `stop` is aborted, the work in hand is finished,
 * and nothing else begun. Nothing that `report` throws ends it.
 */
export async function schedule(
  jobs: readonly Job[],
  atStart: readonly Job[],
  timeZone: string,
  stop: AbortSignal,
  report: (event: ScheduleEvent) => void,
): Promise<void> {
  const tell = carefully(report);
  let atWork: Promise<void> = Promise.resolve();
  const enqueue = (job: Job): Promise<void> => {
    atWork = atWork.then(() => (stop.aborted ? undefined : perform(job, tell)));
    return atWork;
  };
  const times = jobs.map((job) => timesOf(job, timeZone, enqueue, tell));
  const watch = setInterval(() => {
    for (const one of times) one.look();
  }, LOOK_MS);
  const names = jobs.map(({ name }) => name).join(', ');
  for (const job of atStart) void enqueue(job);
  tell({ event: 'waiting', job: names });
  await aborted(stop);
  clearInterval(watch);
  for (const one of times) await one.stop();
  await atWork;
  tell({ event: 'stopped', job: names });
}

function timesOf(
  job: Job,
  timeZone: string,
  enqueue: (job: Job) => Promise<void>,
  tell: (event: ScheduleEvent) => void,
): JobTimes {
  return new JobTimes(job.expression, timeZone, {
    due: () => enqueue(job),
    missed: (due) => {
      tell({ event: 'missed', job: job.name, due });
      void enqueue(job);
    },
    overlapped: () => {
      tell({ event: 'skipped', job: job.name });
    },
  });
}

/** A job that fails is told and tried again at its next time: the schedule itself stays up. */
async function perform({ name, work }: Job, tell: (event: ScheduleEvent) => void): Promise<void> {
  tell({ event: 'started', job: name });
  const outcome = await work().catch((error: unknown) => ({
    status: 1,
    message: errorMessage(error),
  }));
  tell({ event: isPublished(outcome) ? 'finished' : 'failed', job: name, ...outcome });
}

/** 2 is published too: some merchants are blocked. */
export function isPublished({ status }: Outcome): boolean {
  return status === 0 || status === 2;
}

/** Where nobody can be told any more, the work goes on. */
function carefully(report: (event: ScheduleEvent) => void): (event: ScheduleEvent) => void {
  return (event) => {
    try {
      report(event);
    } catch {
      return;
    }
  };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
