/** The same documents drawn by the program, by pdfkit as its guide has it, and by Typst, in turn in one run. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.js';

/** With how often the documents are drawn, which takes some seconds each. */
const WAYS = [
  { way: 'program', rounds: 100 },
  { way: 'buffers', rounds: 5 },
  { way: 'typst', rounds: 10 },
] as const;

export interface PdfRow {
  readonly way: string;
  readonly 'CPU ms a document': string;
  readonly 'a CPU second': string;
  readonly 'KB a document': string;
  /** How many documents the program draws for one of these, by CPU time. */
  readonly 'program draws': string;
}

/** Medians of so many turns. */
export function pdfTable(turns: number, work: string): PdfRow[] {
  const stage = compiledStage(work);
  const taken = new Map(WAYS.map(({ way }) => [way as string, [] as PdfTaken[]]));
  for (let turn = 0; turn < turns; turn++) {
    for (const { way, rounds } of WAYS) taken.get(way)?.push(take(stage, rounds, way));
  }
  const millisecondsOf = (way: string): number =>
    median((taken.get(way) ?? []).map(({ milliseconds }) => milliseconds));
  return WAYS.map(({ way }) => {
    const milliseconds = millisecondsOf(way);
    return {
      way,
      'CPU ms a document': milliseconds.toFixed(2),
      'a CPU second': (1000 / milliseconds).toFixed(0),
      'KB a document': median((taken.get(way) ?? []).map(({ bytes }) => bytes / 1000)).toFixed(0),
      'program draws': (milliseconds / millisecondsOf('program')).toFixed(1),
    };
  });
}

/** A document's. */
interface PdfTaken {
  readonly milliseconds: number;
  readonly bytes: number;
}

function take(stage: string, rounds: number, way: string): PdfTaken {
  const said = execFileSync(process.execPath, [stage, String(rounds), way], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [milliseconds = NaN, bytes = NaN] = (said.match(/[\d.]+/g) ?? []).map(Number);
  return { milliseconds, bytes };
}

/** As plain JavaScript, as a user runs the program: what translates it at its start slows it down. */
function compiledStage(work: string): string {
  const compiled = join(work, 'compiled');
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const project = join(ROOT, '.config/tsconfig.bench.json');
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', compiled], { cwd: ROOT });
  copyFileSync(join(ROOT, 'package.json'), join(compiled, 'package.json'));
  for (const name of ['node_modules', 'presets'])
    symlinkSync(join(ROOT, name), join(compiled, name));
  return join(compiled, 'test/bench/stages/pdf.js');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
