/** Starts the program as a user does, with the hook where one is wanted. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import type { HookSettings } from './hook.js';

/** What `kefu-billing` starts, as it was built. */
export const PROGRAM = join(import.meta.dirname, '../../dist/cli/bin.js');
const RUN_MS_MAX = 180_000;
const NOW = { KEFU_BILLING_NOW: '2026-11-20T09:00' };

export type Mode = 'run' | 'preview';

export interface Job {
  readonly mode: Mode;
  readonly input: string;
  readonly output: string;
  /** `YYYY-MM`, where it is not the month of the small input. */
  readonly period?: string;
  /** Threads that render beside the main one. */
  readonly workers?: number;
  /** A queue whose workers render instead. */
  readonly queue?: string;
  /** Whether the facts lie in buckets, which workers at the queue roll up. */
  readonly isPartitioned?: boolean;
}

export interface Ended {
  readonly status: number | null;
  readonly wasKilled: boolean;
  readonly said: string;
  readonly ms: number;
}

export interface Extra {
  readonly killAfterMs?: number;
  readonly hook?: HookSettings;
  /** In front of the command, as `sh -c`. */
  readonly shell?: string;
  /** What `TMPDIR` names, in the place of a folder of the run's own. */
  readonly temporary?: string;
  /** Whose process it is, where it is not this user's. */
  readonly uid?: number;
  /** Takes what the run says as it says it. */
  readonly onSaid?: (piece: string) => void;
}

/** Runs the job in a process of its own, or kills it with SIGKILL in the middle. */
export async function runJob(job: Job, extra: Extra = {}): Promise<Ended> {
  const work = mkdtempSync(join(tmpdir(), 'kefu-crash-work-'));
  const hook = extra.hook === undefined ? [] : ['--import', hookFile(work)];
  const program = [...hook, PROGRAM, ...wordsOf(job)];
  const temporary = join(work, 'tmp');
  mkdirSync(temporary);
  const env = { ...extra.hook, ...NOW, TMPDIR: extra.temporary ?? temporary };
  try {
    return await start(program, env, extra);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Runs the job in this process: for what nobody kills, and whose threads are none. */
export function runHere(job: Job): Promise<Ended> {
  return endedHere(wordsOf({ ...job, workers: 0 }));
}

export function verify(output: string): Promise<Ended> {
  return endedHere(['verify', '--output', output]);
}

async function endedHere(words: readonly string[]): Promise<Ended> {
  const begin = performance.now();
  const io = captured(NOW);
  const status = await main(words, io);
  const said = io.printed('stdout') + io.printed('stderr');
  return { status, wasKilled: false, said, ms: performance.now() - begin };
}

/** The command line of a job, at a fixed time. */
function wordsOf({ mode, input, output, period = '2026-10', workers = 0, ...job }: Job): string[] {
  const { queue, isPartitioned = false } = job;
  const rendering = queue === undefined ? ['--workers', String(workers)] : ['--queue', queue];
  const folders = ['--input', input, '--output', output, ...rendering];
  const issued = [...(mode === 'run' ? ['--issue-date', '2026-11-20'] : []), '--language', 'en'];
  return [mode, period, ...folders, ...issued, ...(isPartitioned ? ['--partitioned'] : [])];
}

function start(
  program: readonly string[],
  env: Readonly<Record<string, string>>,
  { killAfterMs, shell, uid, onSaid }: Extra,
): Promise<Ended> {
  const begin = performance.now();
  const child = spawn(
    shell === undefined ? process.execPath : 'sh',
    shell === undefined
      ? [...program]
      : ['-c', `${shell}; exec "$@"`, 'sh', process.execPath, ...program],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs ?? RUN_MS_MAX);
  let said = '';
  const listen = (piece: Buffer): void => {
    said += piece.toString();
    onSaid?.(piece.toString());
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      const ms = performance.now() - begin;
      resolve({ status, wasKilled: signal === 'SIGKILL', said, ms });
    });
  });
}

/** The hook as plain JavaScript, which costs a run no loader. */
function hookFile(folder: string): string {
  const source = readFileSync(join(import.meta.dirname, 'hook.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const file = join(folder, 'hook.mjs');
  writeFileSync(file, outputText);
  return file;
}

/** Does the work on all items, so many at a time. */
export async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, at: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) await work(item, at);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
