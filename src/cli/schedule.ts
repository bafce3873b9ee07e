/** The command that stays up: its jobs, the signals that stop it, its log and its health file. */
import { resolve } from 'node:path';
import { readProvider } from '../reference/read-provider.js';
import type { Period } from '../period/period.js';
import { Publisher } from '../schedule/publisher.js';
import {
  isCronExpression,
  schedule,
  type Job,
  type Outcome,
  type ScheduleEvent,
} from '../schedule/schedule.js';
import type { Words } from '../words/in-language.js';
import { problemSentence } from '../words/problem-sentence.js';
import type { Billed } from './bill.js';
import { clockSet, now } from './clock.js';
import { HealthFile } from './health-file.js';
import type { Conversation } from './conversation.js';
import { logLine } from './log-line.js';
import { stopSignal } from './stop-signal.js';

export interface ScheduleOptions {
  readonly input: string;
  readonly output: string;
  readonly nightly: string;
  readonly monthly: string;
  readonly health?: string;
}

/** What a job does with the program's own commands. */
export interface Commands {
  readonly preview: () => Promise<Billed>;
  readonly publish: (period: Period) => Promise<Billed>;
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
  const health = new HealthFile(options.health ?? null, resolve(options.output));
  const unwritable = health.write({ event: 'starting' });
  if (unwritable !== null) return complain(talk, 1, words.schedule.healthUnwritable(unwritable));
  const [nightly, monthly] = jobsOf(options, commands, health, talk);
  await schedule([nightly, monthly], [monthly], provider.timeZone, stopSignal(), (event) => {
    tell(event, health, talk);
  });
  return 0;
}

function jobsOf(
  { input, output, nightly, monthly }: ScheduleOptions,
  commands: Commands,
  memory: HealthFile,
  { env, words: { schedule: words } }: Conversation,
): [nightly: Job, monthly: Job] {
  const publisher = new Publisher({
    input,
    output,
    memory,
    words,
    nowIn: (timeZone) => now(env, timeZone),
    publish: async (period) => outcomeOf(await commands.publish(period), period.id, words),
  });
  return [
    {
      name: 'preview',
      expression: nightly,
      work: async () => outcomeOf(await commands.preview(), null, words),
    },
    { name: 'run', expression: monthly, work: () => publisher.publishDue() },
  ];
}

/** What an exit status means to whoever watches. */
function outcomeOf(
  { status, warnings }: Billed,
  period: string | null,
  words: Words['schedule'],
): Outcome {
  const told = Object.keys(warnings).length === 0 ? { status } : { status, warnings };
  switch (status) {
    case 0:
      return told;
    case 2:
      return { ...told, message: words.someBlocked(period) };
    default:
      return { ...told, message: words.nothingPublished };
  }
}

function complain({ stderr, words }: Conversation, status: number, fault: string): number {
  stderr.write(`${words.commands.error(fault)}\n`);
  return status;
}

/** One line on stderr, as JSON where it is no terminal; and the health file. */
function tell(event: ScheduleEvent, health: HealthFile, talk: Conversation): void {
  const set = clockSet(talk.env);
  const told = {
    time: new Date().toISOString(),
    ...(set !== null && { clock: set }),
    ...event,
    ...saidOf(event, talk.words.schedule),
  };
  const unwritable = health.write(told);
  log(told, talk);
  if (unwritable === null) return;
  const job = talk.words.schedule.healthFile;
  log({ ...told, event: 'failed', job, status: 1, message: unwritable }, talk);
}

/** What an event is worth saying, where its job says nothing. */
function saidOf({ event, due }: ScheduleEvent, words: Words['schedule']): { message?: string } {
  if (event === 'skipped') return { message: words.stillAtWork };
  return due === undefined ? {} : { message: words.late(due.toISOString()) };
}

type Told = ScheduleEvent & { readonly time: string; readonly clock?: string };

function log(told: Told, talk: Conversation): void {
  const { clock, event, job, message, warnings } = told;
  const { words } = talk;
  const set = clock === undefined ? null : words.commands.clockSet('KEFU_BILLING_NOW', clock);
  const counted = warnings === undefined ? null : words.schedule.warnings(warnings);
  const said = [message, counted, set].filter((one) => one !== null && one !== undefined);
  logLine(told, [words.schedule.events[event], job, said.join('; ')], talk);
}
