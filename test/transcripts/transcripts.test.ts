/**
 * Whole-program transcripts: `$ command`, then what it printed (stderr behind `! `), then its exit
 * status where that is not 0. Progress lines are left out. `npm run transcripts` writes them anew.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ENDING = '.transcript';
const IS_UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1';

function replay(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-billing-transcript-'));
  const programs = join(folder, '.bin');
  mkdirSync(programs);
  const program = join(programs, 'kefu-billing');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${ROOT}/dist/cli/main.js" "$@"\n`);
  chmodSync(program, 0o755);
  const env = {
    ...process.env,
    PATH: `${programs}:${process.env['PATH'] ?? ''}`,
    FIXTURES: join(ROOT, 'fixtures'),
    KEFU_BILLING_NOW: '2026-11-20T09:00',
  };
  const lines = text.split('\n').filter((line) => line.startsWith('$ ') || line.startsWith('# '));
  const replayed = lines.flatMap((line, at) => {
    if (line.startsWith('$ ')) return perform(line, folder, env);
    return lines[at - 1]?.startsWith('# ') ? [line] : ['', line];
  });
  rmSync(folder, { recursive: true });
  return `${replayed.join('\n').trim()}\n`;
}

function perform(line: string, cwd: string, env: NodeJS.ProcessEnv): string[] {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', line.slice(2)], {
    cwd,
    env,
    encoding: 'utf8',
  });
  const shown = (text: string, mark: string): string[] =>
    text
      .split('\n')
      .filter((one) => one !== '' && !one.startsWith('{"event":"stage"'))
      .map((one) => mark + one);
  return [
    line,
    ...shown(stderr, '! '),
    ...shown(stdout, ''),
    ...(status === 0 ? [] : [`exit ${String(status)}`]),
  ];
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(ENDING));

it.each(files)('%s', (file) => {
  const path = join(import.meta.dirname, file);
  const text = readFileSync(path, 'utf8');
  const replayed = replay(text);
  if (IS_UPDATE) writeFileSync(path, replayed);
  expect(replayed).toBe(text);
});
