/** The command that stays up: its jobs, the signals that stop it, its log and its health file. */
import { readProvider } from '../reference/read-provider.js';
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
import type { Words } from '../words/in-language.js';
import { problemSentence } from '../words/problem-sentence.js';
import { clockSet, now } from './clock.js';
import { HealthFile } from './health-file.js';
import type { Conversation } from './conversation.js';

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
  talk: Conversation,
): Promise<number> {
  const { language, words } = talk;
  for (const expression of [options.nightly, options.monthly]) {
    if (isCronExpression(expression)) continue;
    return complain(talk, 64, words.schedule.notCron(expression));
  }
  const { provider, problems } = await readProvider(options.input);
  if (provider === null) {
    const faults = problems.map(
      (found) => `${found.file}: ${problemSentence(found, language).message}`,
    );
    return complain(talk, 1, faults.join('; '));
  }
  const health = options.health === undefined ? null : new HealthFile(options.health);
  const unwritable = health?.write({ event: 'starting' }) ?? null;
  if (unwritable !== null) return complain(talk, 1, words.schedule.healthUnwritable(unwritable));
  const nightly: Job = {
    name: 'preview',
    expression: options.nightly,
    work: async () => outcomeOf(await commands.preview(), null, words.schedule),
  };
  const publisher = new Publisher(options, commands, talk);
  const monthly: Job = {
    name: 'run',
    expression: options.monthly,
    work: () => publisher.publishDue(),
  };
  await schedule([nightly, monthly], [monthly], provider.timeZone, stopSignal(), (event) => {
    tell(event, health, talk);
  });
  return 0;
}

/** Publishes each period that is due and has no batch; the settings are read anew each time. */
class Publisher {
  private lastSeen: string | null = null;

  constructor(
    private readonly options: ScheduleOptions,
    private readonly commands: Commands,
    private readonly talk: Conversation,
  ) {}

  async publishDue(): Promise<Outcome> {
    const { input, output } = this.options;
    const { env, words } = this.talk;
    const { provider } = await readProvider(input);
    if (provider === null) return { status: 1, message: words.schedule.providerUnread };
    const last = await lastPublishedPeriod(output);
    // a folder that held a ledger and holds none was unmounted or emptied: nothing is numbered again
    if (last === null && this.lastSeen !== null)
      return { status: 1, message: words.schedule.ledgerGone(output, this.lastSeen) };
    const today = isoDate(now(env, provider.timeZone));
    const lastPeriod = last === null ? null : (parsePeriod(last) ?? null);
    let ended: Outcome = { status: 0 };
    for (const period of duePeriods(today, provider.settlementDays, lastPeriod)) {
      const outcome = outcomeOf(await this.commands.publish(period), period.id, words.schedule);
      if (!isPublished(outcome)) return outcome;
      if (outcome.status !== 0) ended = outcome;
    }
    this.lastSeen = await lastPublishedPeriod(output);
    return ended;
  }
}

/** What an exit status means to whoever watches. */
function outcomeOf(status: number, period: string | null, words: Words['schedule']): Outcome {
  switch (status) {
    case 0:
      return { status };
    case 2:
      return { status, message: words.someBlocked(period) };
    default:
      return { status, message: words.nothingPublished };
  }
}

function complain({ stderr, words }: Conversation, status: number, fault: string): number {
  stderr.write(`${words.commands.error(fault)}\n`);
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
function tell(event: ScheduleEvent, health: HealthFile | null, talk: Conversation): void {
  const { words } = talk;
  const said = event.event === 'skipped' ? { message: words.schedule.stillAtWork } : {};
  const set = clockSet(talk.env);
  const clock = set === null ? {} : { clock: set };
  const told = { time: new Date().toISOString(), ...clock, ...event, ...said };
  log(told, talk);
  const unwritable = health?.write(told) ?? null;
  if (unwritable === null) return;
  const job = words.schedule.healthFile;
  log({ ...told, event: 'failed', job, status: 1, message: unwritable }, talk);
}

function log(
  { time, ...event }: ScheduleEvent & { readonly time: string },
  { stderr, words }: Conversation,
): void {
  const line = stderr.isTTY
    ? [time, words.schedule.events[event.event], event.job, event.message].filter(Boolean).join(' ')
    : JSON.stringify({ time, ...event });
  stderr.write(`${line}\n`);
}
