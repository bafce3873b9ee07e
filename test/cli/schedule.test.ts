/** The schedule for real: a process with an expression of seconds, until it is told to stop. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '../..');
const INPUT = join(ROOT, 'fixtures/problems/base');
const NOW = '2026-11-20T09:00';
const POLL = { timeout: 75_000, interval: 250 };

interface Told {
  readonly event: string;
  readonly job: string;
  readonly message?: string;
  readonly clock?: string;
  readonly warnings?: Readonly<Record<string, number>>;
}

interface Started {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  /** What the log says until now, but for what a busy machine skips. */
  readonly told: () => Told[];
  readonly events: () => string[];
}

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(folders: Readonly<Record<string, string>>, nightly: string): Started {
  const words = Object.entries(folders).flatMap(([option, path]) => [`--${option}`, path]);
  const child = spawn(
    process.execPath,
    [join(ROOT, 'dist/cli/bin.js'), 'schedule', ...words, '--nightly', nightly, '--language', 'en'],
    { env: { ...process.env, KEFU_BILLING_NOW: NOW } },
  );
  children.push(child);
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const told = (): Told[] =>
    log
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{') && !line.startsWith('{"event":"stage"'))
      .map((line) => JSON.parse(line) as Told)
      .filter(({ event }) => event !== 'skipped');
  return { child, exit, told, events: () => told().map(({ event, job }) => `${event} ${job}`) };
}

function healthOf(path: string): Told {
  return JSON.parse(readFileSync(path, 'utf8')) as Told;
}

const SELDOM = '59 23 31 12 *';

it('catches up, previews within seconds, counts warnings, and stops with 0', async () => {
  const [input, output, health] = [temporaryCopy(INPUT), temporaryFolder(), temporaryFolder()];
  const folders = { input, output, health: join(health, 'health.json') };
  const { child, exit, told, events } = start(folders, '*/5 * * * * *');
  await expect.poll(events, POLL).toContain('finished preview');
  child.kill('SIGTERM');

  expect(await exit).toBe(0);
  expect(events().slice(0, 3)).toEqual(['waiting preview, run', 'started run', 'finished run']);
  expect(readdirSync(join(output, '2026-10'))).toEqual(['batch-001']);
  expect(healthOf(folders.health)).toMatchObject({ event: 'stopped', clock: NOW });
  // A month of one shift and one order: both tables lack days.
  const run = told().find(({ event }) => event === 'finished');
  expect(run).toMatchObject({ clock: NOW, warnings: { 'facts-incomplete': 2 } });
}, 90_000);

it('does late what it was due to do while it was stopped', async () => {
  const folders = { input: temporaryCopy(INPUT), output: temporaryFolder() };
  const { child, events } = start(folders, '*/10 * * * * *');
  await expect.poll(events, POLL).toContain('finished run');
  child.kill('SIGSTOP');
  // Of any 13 seconds, one that is a multiple of 10 lies more than a second before the end.
  await wait(13_000);
  const before = events().length;
  child.kill('SIGCONT');
  await expect
    .poll(() => events().slice(before), POLL)
    .toEqual(expect.arrayContaining(['missed preview', 'started preview', 'finished preview']));
}, 120_000);

it('goes on where its log is read no more, and takes an emptied ledger for one that is not mounted', async () => {
  const [input, output, health] = [temporaryCopy(INPUT), temporaryFolder(), temporaryFolder()];
  const folders = { input, output, health: join(health, 'health.json') };
  const first = start(folders, SELDOM);
  first.child.stderr?.destroy();
  first.child.stdout?.destroy();
  await expect.poll(() => readdirSync(output), POLL).toContain('2026-10');
  await expect.poll(() => healthOf(folders.health).event, POLL).toBe('finished');
  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);

  for (const name of readdirSync(output)) rmSync(join(output, name), { recursive: true });
  const second = start(folders, SELDOM);
  await expect.poll(second.events, POLL).toContain('failed run');
  second.child.kill('SIGTERM');
  expect(await second.exit).toBe(0);
  const failed = second.told().find(({ event }) => event === 'failed');
  expect(failed?.message).toContain('held 2026-10 and holds no ledger now: is it mounted?');
  expect(readdirSync(output)).toEqual([]);
}, 120_000);
