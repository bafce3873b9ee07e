/** Stays up: work by cron expressions in the provider's zone, one piece at a time. */
import cron from 'node-cron';
import { errorMessage } from '../error-message.js';

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
}

/** What happened to a job. */
export interface ScheduleEvent {
  readonly event: 'waiting' | 'started' | 'finished' | 'failed' | 'skipped' | 'stopped';
  readonly job: string;
  /** The exit status of what finished or failed. */
  readonly status?: number;
  readonly message?: string;
}

/** What happens is told as events, one line each. */
const SILENT = { info: nothing, warn: nothing, error: nothing, debug: nothing };

function nothing(): void {
  return undefined;
}

export function isCronExpression(text: string): boolean {
  return cron.validate(text);
}

/**
 * Does the jobs at their times, and those of `atStart` at once. Work never overlaps: what becomes
 * due meanwhile waits. Once `stop` is aborted, the work in hand is finished, and nothing else begun.
 */
export async function schedule(
  jobs: readonly Job[],
  atStart: readonly Job[],
  timeZone: string,
  stop: AbortSignal,
  report: (event: ScheduleEvent) => void,
): Promise<void> {
  let atWork: Promise<void> = Promise.resolve();
  const enqueue = (job: Job): Promise<void> => {
    atWork = atWork.then(() => (stop.aborted ? undefined : perform(job, report)));
    return atWork;
  };
  const tasks = jobs.map((job) =>
    cron.schedule(job.expression, () => enqueue(job), {
      timezone: timeZone,
      noOverlap: true,
      name: job.name,
      logger: SILENT,
    }),
  );
  for (const [at, task] of tasks.entries()) {
    task.on('execution:overlap', () => {
      report({ event: 'skipped', job: jobs[at]?.name ?? '' });
    });
  }
  for (const job of atStart) void enqueue(job);
  report({ event: 'waiting', job: jobs.map(({ name }) => name).join(', ') });
  await aborted(stop);
  for (const task of tasks) await task.destroy();
  await atWork;
  report({ event: 'stopped', job: jobs.map(({ name }) => name).join(', ') });
}

/** A job that fails is told and tried again at its next time: the schedule itself stays up. */
async function perform({ name, work }: Job, report: (event: ScheduleEvent) => void): Promise<void> {
  report({ event: 'started', job: name });
  const outcome = await work().catch((error: unknown) => ({
    status: 1,
    message: errorMessage(error),
  }));
  report({ event: isPublished(outcome) ? 'finished' : 'failed', job: name, ...outcome });
}

/** 2 is published too: some merchants are blocked. */
export function isPublished({ status }: Outcome): boolean {
  return status === 0 || status === 2;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
