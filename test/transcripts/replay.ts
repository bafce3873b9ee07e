/**
 * Replays a transcript: `$ command`, then what it printed (stderr behind `! `), then its exit status
 * where that is not 0. Lines that start with `# ` are kept; progress lines are left out. Each command speaks
 * English that names no language, since the fixtures' providers are Chinese; that the clock is set, which each says, is left out.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { wordsIn } from '../../src/words/in-language.js';
import { inProcess } from './in-process.js';
import type { Performed } from './performed.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '../..');
const NOW = '2026-11-20T09:00';
/** What each command would say of the time that stands still; see test/cli/clock.test.ts. */
const CLOCK_LINES = (['en', 'zh'] as const).map((spoken) =>
  wordsIn(spoken).commands.clockSet('KEFU_BILLING_NOW', NOW),
);
export const IS_UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1';

/** Replays a transcript file; what differs fails, or with `npm run transcripts` is written anew. */
export async function expectReplayed(
  path: string,
  prepare: (folder: string) => void = () => undefined,
): Promise<void> {
  const text = readFileSync(path, 'utf8');
  const replayed = await replay(text, prepare);
  if (IS_UPDATE) writeFileSync(path, replayed);
  expect(replayed).toBe(IS_UPDATE ? replayed : text);
}

/** The transcript as its commands print it now. */
async function replay(text: string, prepare: (folder: string) => void): Promise<string> {
  const folder = temporaryFolder();
  prepare(folder);
  const env = environment(folder);
  const lines = text.split('\n').filter((line) => line.startsWith('$ ') || line.startsWith('# '));
  const replayed: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('$ ')) {
      const command = line.slice(2);
      const performed = await inProcess(command, folder, env);
      replayed.push(line, ...shown(performed ?? inShell(command, folder, env)));
    } else replayed.push(...(lines[at - 1]?.startsWith('# ') ? [line] : ['', line]));
  }
  return `${replayed.join('\n').trim()}\n`;
}

/** For a shell in it `kefu-billing` is the program as it was built; the time stands still. */
function environment(folder: string): NodeJS.ProcessEnv {
  const programs = join(folder, '.bin');
  mkdirSync(programs);
  const program = join(programs, 'kefu-billing');
  const spoken = `case " $* " in *" --language "*) ;; *) set -- "$@" --language en ;; esac`;
  const run = `exec "${process.execPath}" "${ROOT}/dist/cli/bin.js" "$@"`;
  writeFileSync(program, `#!/bin/sh\n${spoken}\n${run}\n`);
  chmodSync(program, 0o755);
  return {
    ...process.env,
    PATH: `${programs}:${process.env['PATH'] ?? ''}`,
    FIXTURES: join(ROOT, 'fixtures'),
    KEFU_BILLING_NOW: NOW,
  };
}

function inShell(command: string, cwd: string, env: NodeJS.ProcessEnv): Performed {
  return spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
}

function shown({ stdout, stderr, status }: Performed): string[] {
  const marked = (text: string, mark: string): string[] =>
    text
      .split('\n')
      .filter(
        (one) => one !== '' && !one.startsWith('{"event":"stage"') && !CLOCK_LINES.includes(one),
      )
      .map((one) => one.replace(/^(head of the ledger: |账本头：)[0-9a-f]{64}$/, '$1<hash>'))
      .map((one) => mark + one);
  return [
    ...marked(stderr, '! '),
    ...marked(stdout, ''),
    ...(status === 0 ? [] : [`exit ${String(status)}`]),
  ];
}
