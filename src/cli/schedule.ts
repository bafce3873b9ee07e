/** The command that stays up: its jobs, the signals that stop it, its log and its health file. */
import { readProvider } from '../reference/provider.js';
import { isoDate } from '../period/local-date.js';
import { parsePeriod, type Period } from '../period/period.js';
import { lastPublishedPeriod } from '../ledger/list-batches.js';
import { duePeriods } from '../schedule/due-periods.js';
import {
  isCronExpression,
  isPublished,
  schedule,
  type Job,
  type Outcome,
  type ScheduleEvent,
} from '../schedule/schedule.js';
import { problemSentence } from '../words/problem-sentence.js';
import { now } from './clock.js';
import { HealthFile } from './health-file.js';
import type { Stream, Surroundings } from './surroundings.js';

export interface ScheduleOptions {
  readonly input: string;
  readonly output: string;
  readonly nightly: string;
  readonly monthly: string;
  readonly health?: string;
}

/** What a job does with the program's own commands; each answers its exit status. */
export interface Commands {
  readonly preview: () => Promise<number>;
  readonly publish: (period: Period) => Promise<number>;
}

/** Runs until SIGTERM or SIGINT, and finishes the work in hand first. The exit status. */
export async function stayUp(
  options: ScheduleOptions,
  commands: Commands,
  { stderr, env }: Surroundings,
): Promise<number> {
  for (const expression of [options.nightly, options.monthly]) {
    if (isCronExpression(expression)) continue;
    return complain(stderr, 64, `${JSON.stringify(expression)} is no cron expression`);
  }
  const { provider, problems } = await readProvider(options.input);
  if (provider === null) {
    return complain(
      stderr,
      1,
      problems.map((found) => `${found.file}: ${problemSentence(found, 'en').message}`).join('; '),
    );
  }
  const health = options.health === undefined ? null : new HealthFile(options.health);
  const unwritable = health?.write({ event: 'starting' }) ?? null;
  if (unwritable !== null)
    return complain(stderr, 1, `the health file cannot be written: ${unwritable}`);
  const nightly: Job = {
    name: 'preview',
    expression: options.nightly,
    work: async () => outcomeOf(await commands.preview()),
  };
  const publisher = new Publisher(options, commands, env);
  const monthly: Job = {
    name: 'run',
    expression: options.monthly,
    work: () => publisher.publishDue(),
  };
  await schedule([nightly, monthly], [monthly], provider.timeZone, stopSignal(), (event) => {
    tell(event, health, stderr);
  });
  return 0;
}

/** Publishes each period that is due and has no batch; the settings are read anew each time. */
class Publisher {
  private lastSeen: string | null = null;

  constructor(
    private readonly options: ScheduleOptions,
    private readonly commands: Commands,
    private readonly env: Surroundings['env'],
  ) {}

  async publishDue(): Promise<Outcome> {
    const { input, output } = this.options;
    const { provider } = await readProvider(input);
    if (provider === null) return { status: 1, message: 'provider.json cannot be read' };
    const last = await lastPublishedPeriod(output);
    if (last === null && this.lastSeen !== null) return ledgerGone(output, this.lastSeen);
    const today = isoDate(now(this.env, provider.timeZone));
    const lastPeriod = last === null ? null : (parsePeriod(last) ?? null);
    let ended: Outcome = { status: 0 };
    for (const period of duePeriods(today, provider.settlementDays, lastPeriod)) {
      const outcome = outcomeOf(await this.commands.publish(period), period);
      if (!isPublished(outcome)) return outcome;
      if (outcome.status !== 0) ended = outcome;
    }
    this.lastSeen = await lastPublishedPeriod(output);
    return ended;
  }
}

/** A folder that held a ledger and holds none was unmounted or emptied: nothing is numbered again. */
function ledgerGone(output: string, last: string): Outcome {
  return { status: 1, message: `${output} held ${last} and holds no ledger now: is it mounted?` };
}

/** What an exit status means to whoever watches. */
function outcomeOf(status: number, period?: Period): Outcome {
  switch (status) {
    case 0:
      return { status };
    case 2: {
      const again = period === undefined ? '' : `; once repaired: kefu-billing run ${period.id}`;
      return { status, message: `some merchants are blocked${again}` };
    }
    default:
      return { status, message: 'nothing is published; the problems are told above' };
  }
}

function complain(stderr: Stream, status: number, message: string): number {
  stderr.write(`error: ${message}\n`);
  return status;
}

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  return stop.signal;
}

/** One line on stderr, as JSON where it is no terminal; and the health file. */
function tell(event: ScheduleEvent, health: HealthFile | null, stderr: Stream): void {
  const told = { time: new Date().toISOString(), ...event };
  log(told, stderr);
  const unwritable = health?.write(told) ?? null;
  if (unwritable === null) return;
  log({ ...told, event: 'failed', job: 'health file', status: 1, message: unwritable }, stderr);
}

function log({ time, ...event }: ScheduleEvent & { readonly time: string }, stderr: Stream): void {
  const line = stderr.isTTY
    ? [time, event.event, event.job, event.message].filter(Boolean).join(' ')
    : JSON.stringify({ time, ...event });
  stderr.write(`${line}\n`);
}
