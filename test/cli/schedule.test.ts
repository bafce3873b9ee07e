/** The schedule for real: a process with an expression of seconds, until it is told to stop. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { layScenario } from '../../fixtures/scenario.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '../..');

it('catches up, previews within seconds, and stops with 0', async () => {
  const [input, folder] = [temporaryFolder(), temporaryFolder()];
  layScenario('plans/fixed-salary-worked-example', input);
  const health = join(folder, 'health.json');
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'dist/cli/bin.js'),
      'schedule',
      ...['--input', input],
      ...['--output', folder, '--nightly', '*/5 * * * * *', '--health', health],
    ],
    { env: { ...process.env, KEFU_BILLING_NOW: '2026-11-20T09:00' } },
  );
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  /** On a busy machine a preview may become due again before the last work is done: it is skipped. */
  const events = (): string[] =>
    log
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { event: string; job: string })
      .map(({ event, job }) => `${event} ${job}`)
      .filter((event) => event !== 'skipped preview');
  await expect.poll(events, { timeout: 75_000, interval: 500 }).toContain('finished preview');
  child.kill('SIGTERM');

  expect(await exit).toBe(0);
  expect(events().slice(0, 3)).toEqual(['waiting preview, run', 'started run', 'finished run']);
  expect(readdirSync(join(folder, '2026-10'))).toEqual(['batch-001']);
  expect(readFileSync(health, 'utf8')).toContain('"stopped"');
}, 90_000);
