/** The command that stays up: its jobs, the signals that stop it, its log and its health file. */
import { renameSync, writeFileSync } from 'node:fs';
import { readProvider } from '../inputs/provider.js';
import { isoDate } from '../period/local-date.js';
import { parsePeriod, type Period } from '../period/period.js';
import { lastPublishedPeriod } from '../publishing/ledger.js';
import { duePeriods } from '../schedule/due-periods.js';
import { isCronExpression, schedule, type Job, type ScheduleEvent } from '../schedule/schedule.js';
import { now } from './clock.js';

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
export async function stayUp(options: ScheduleOptions, commands: Commands): Promise<number> {
  for (const expression of [options.nightly, options.monthly]) {
    if (isCronExpression(expression)) continue;
    process.stderr.write(`error: ${JSON.stringify(expression)} is no cron expression\n`);
    return 64;
  }
  const { provider, problems } = await readProvider(options.input);
  if (provider === null) {
    for (const { file, message } of problems) process.stderr.write(`error: ${file}: ${message}\n`);
    return 1;
  }
  const nightly: Job = {
    name: 'preview',
    expression: options.nightly,
    work: async () => {
      expectPublished(await commands.preview());
    },
  };
  const monthly: Job = {
    name: 'run',
    expression: options.monthly,
    work: () => publishDue(options, commands),
  };
  await schedule([nightly, monthly], [monthly], provider.timeZone, stopSignal(), (event) => {
    tell(event, options.health);
  });
  return 0;
}

/** Publishes each period that is due and has no batch; the settings are read anew each time. */
async function publishDue({ input, output }: ScheduleOptions, commands: Commands): Promise<void> {
  const { provider } = await readProvider(input);
  if (provider === null) throw new Error('provider.json cannot be read');
  const last = await lastPublishedPeriod(output);
  const today = isoDate(now(provider.timeZone));
  const lastPeriod = last === null ? null : (parsePeriod(last) ?? null);
  for (const period of duePeriods(today, provider.settlementDays, lastPeriod)) {
    expectPublished(await commands.publish(period));
  }
}

/** 2 is published too: some merchants are blocked, which the log and the report say. */
function expectPublished(status: number): void {
  if (status !== 0 && status !== 2) throw new Error(`exit status ${status}`);
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

/** One line on stderr, as JSON where it is no terminal; and the health file, replaced in whole. */
function tell(event: ScheduleEvent, health: string | undefined): void {
  const told = { time: new Date().toISOString(), ...event };
  const line = process.stderr.isTTY
    ? [told.time, event.event, event.job, event.message].filter(Boolean).join(' ')
    : JSON.stringify(told);
  process.stderr.write(`${line}\n`);
  if (health === undefined) return;
  writeFileSync(`${health}.new`, `${JSON.stringify({ pid: process.pid, ...told })}\n`);
  renameSync(`${health}.new`, health);
}
