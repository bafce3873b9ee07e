/** The schedule for real: a process with a per-minute expression, until it is told to stop. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

it('catches up, previews within the minute, and stops with 0', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-billing-test-'));
  const health = join(folder, 'health.json');
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'dist/cli/bin.js'),
      'schedule',
      ...['--input', join(ROOT, 'fixtures/plans/fixed-salary-worked-example/input')],
      ...['--output', folder, '--nightly', '* * * * *', '--health', health],
    ],
    { env: { ...process.env, KEFU_BILLING_NOW: '2026-11-20T09:00' } },
  );
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const events = (): string[] =>
    log
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { event: string; job: string })
      .map(({ event, job }) => `${event} ${job}`);
  await expect.poll(events, { timeout: 75_000, interval: 500 }).toContain('finished preview');
  child.kill('SIGTERM');

  expect(await exit).toBe(0);
  expect(events().slice(0, 3)).toEqual(['waiting preview, run', 'started run', 'finished run']);
  expect(readdirSync(join(folder, '2026-10'))).toEqual(['batch-001']);
  expect(readFileSync(health, 'utf8')).toContain('"stopped"');
  rmSync(folder, { recursive: true });
}, 90_000);
