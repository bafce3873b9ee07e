/** This revision against another one, stage by stage, in pairs that take turns. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure, Stopwatch } from './measure.js';
import { programIn, programOf, ROOT, type Program } from './program.js';
import type { Folders, Stage } from './stage-list.js';

export interface Comparison {
  readonly stage: string;
  readonly merchants: number;
  /** This revision's median to the other's: 1.05 is 5 % more. */
  readonly 'CPU seconds': string;
  readonly seconds: string;
  readonly 'memory MB': string;
}

/** The stages of one month, or of none, in their order. */
export interface Series {
  readonly merchants: number;
  readonly input: string;
  readonly stages: readonly Stage[];
}

interface Side {
  readonly program: Program;
  readonly taken: Map<string, Measure[]>;
}

/** Each pair has outputs of its own, so that a run is a first run and a rerun finds it. */
export function compareWith(
  revision: string,
  series: readonly Series[],
  { pairs, work, stopwatch }: { pairs: number; work: string; stopwatch: Stopwatch },
): Comparison[] {
  const other = programOf(revision, join(work, 'revision'));
  return series.flatMap(({ merchants, input, stages }) => {
    const sides = [programIn(ROOT), other].map((program) => ({ program, taken: new Map() }));
    for (let pair = 0; pair < pairs; pair++)
      takeTurns(sides, stages, { input, output: join(work, 'output') }, stopwatch);
    return stages.map(({ name }) => ({ merchants, stage: name, ...ratios(sides, name) }));
  });
}

function takeTurns(
  sides: readonly Side[],
  stages: readonly Stage[],
  { input, output }: Folders,
  stopwatch: Stopwatch,
): void {
  const outputs = sides.map((_, at) => `${output}-${at}`);
  for (const folder of outputs) mkdirSync(folder);
  for (const { name, command } of stages) {
    for (const [at, { program, taken }] of sides.entries()) {
      const folders = { input, output: outputs[at] ?? '' };
      const measure = stopwatch.measure(command(program, folders), program.root);
      taken.set(name, [...(taken.get(name) ?? []), measure]);
    }
  }
  for (const folder of outputs) rmSync(folder, { recursive: true });
}

function ratios(
  [ours, theirs]: readonly Side[],
  stage: string,
): Pick<Comparison, 'CPU seconds' | 'seconds' | 'memory MB'> {
  const ratio = (key: keyof Measure): string => {
    const [mine, other] = [ours, theirs].map((side) =>
      median((side?.taken.get(stage) ?? []).map((measure) => measure[key])),
    );
    return ((mine ?? NaN) / (other ?? NaN)).toFixed(2);
  };
  return {
    'CPU seconds': ratio('cpuSeconds'),
    seconds: ratio('seconds'),
    'memory MB': ratio('megabytes'),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
