/** Stays up: the nightly preview and the monthly run, by cron expressions in the provider's zone. */
import cron from 'node-cron';

export interface Job {
  readonly name: string;
  /** A cron expression of five fields. */
  readonly expression: string;
  readonly work: () => Promise<void>;
}

export function isCronExpression(text: string): boolean {
  return cron.validate(text);
}

/**
 * Starts the jobs. A job that is still at work when its time comes again is left to finish: no
 * overlap. Resolves once `stop` is aborted and the work in hand is done.
 */
export async function schedule(
  jobs: readonly Job[],
  timeZone: string,
  stop: AbortSignal,
  log: (event: string, job: string) => void,
): Promise<void> {
  let atWork: Promise<void> = Promise.resolve();
  const tasks = jobs.map(({ name, expression, work }) =>
    cron.schedule(
      expression,
      async () => {
        atWork = atWork.then(async () => {
          log('started', name);
          await work().catch((error: unknown) => {
            log(`failed: ${error instanceof Error ? error.message : String(error)}`, name);
          });
          log('finished', name);
        });
        await atWork;
      },
      { timezone: timeZone, noOverlap: true, name },
    ),
  );
  log('waiting', jobs.map(({ name }) => name).join(', '));
  await new Promise<void>((resolve) => {
    stop.addEventListener('abort', () => {
      resolve();
    });
  });
  for (const task of tasks) await task.stop();
  await atWork;
}
