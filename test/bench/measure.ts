/** How long a process lives, how long its threads compute, and how much memory it takes at most. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Measure {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** Measures processes, which write what they took into a folder. */
export class Stopwatch {
  private readonly preload: string;

  constructor(private readonly work: string) {
    this.preload = preloadFile(work);
  }

  /** Throws where the process ends in another status than it may. */
  measure(command: readonly string[], cwd: string, allowed: readonly number[] = [0]): Measure {
    const file = join(this.work, 'result.json');
    const env = { ...process.env, BENCH_RESULT: file, KEFU_BILLING_NOW: '2026-11-20T09:00' };
    const { status, stderr } = spawnSync(process.execPath, ['--import', this.preload, ...command], {
      env,
      cwd,
      encoding: 'utf8',
    });
    if (status === null || !allowed.includes(status))
      throw new Error(`${command.join(' ')} exits ${String(status)}: ${stderr}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Measure;
  }
}

/** The preload as plain JavaScript, which costs what is measured no loader. */
function preloadFile(work: string): string {
  const source = readFileSync(join(import.meta.dirname, 'measured.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const file = join(work, 'measured.mjs');
  writeFileSync(file, outputText);
  return file;
}
