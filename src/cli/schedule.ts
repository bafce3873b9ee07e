/** The command that stays up: jobs, a signal to stop, one log line per event. */
import { InvalidArgumentError } from 'commander';
import { isCronExpression, schedule } from '../schedule/schedule.js';

export interface ScheduleOptions {
  readonly nightly: string;
  readonly monthly: string;
  readonly timeZone: string;
}

export function cronExpression(text: string): string {
  if (!isCronExpression(text)) throw new InvalidArgumentError('not a cron expression.');
  return text;
}

/** Runs until SIGTERM or SIGINT; the work in hand is finished first. */
export async function stayUp(
  { nightly, monthly, timeZone }: ScheduleOptions,
  preview: () => Promise<void>,
  run: () => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  const jobs = [
    { name: 'preview', expression: nightly, work: preview },
    { name: 'run', expression: monthly, work: run },
  ];
  await schedule(jobs, timeZone, stop.signal, (event, job) => {
    process.stderr.write(`${JSON.stringify({ event, job })}\n`);
  });
}
