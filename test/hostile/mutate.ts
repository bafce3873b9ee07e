/**
 * Mutated months: each ends in the right documents or in located problems.
 * `npx tsx test/hostile/mutate.ts --inputs 20000 [--seed 1]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Ground } from './oracle.js';

export interface MutationReport {
  readonly inputs: number;
  readonly outcomes: ReadonlyMap<string, number>;
  /** How many inputs showed each code of problem. */
  readonly codes: ReadonlyMap<string, number>;
  /** Each with the seed that repeats it. */
  readonly failures: readonly string[];
}

/** So many inputs, from seed `firstSeed` on, in an empty folder. */
export async function mutationTest(
  inputs: number,
  firstSeed: number,
  folder: string,
): Promise<MutationReport> {
  const ground = await Ground.open(folder);
  const [outcomes, codes] = [new Map<string, number>(), new Map<string, number>()];
  const failures: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + inputs; seed++) {
    const trial = await ground.try(seed);
    count(outcomes, trial.outcome);
    for (const code of trial.codes) count(codes, code);
    failures.push(...trial.wrong.map((fault) => `seed ${seed}, ${fault}`));
  }
  return { inputs, outcomes, codes, failures };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function table(title: string, counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort(([, left], [, right]) => right - left);
  return [title, ...rows.map(([name, times]) => `${String(times).padStart(8)}  ${name}`)].join(
    '\n',
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'kefu-hostile-'));
  const report = await mutationTest(Number(values.inputs), Number(values.seed), folder).finally(
    () => {
      rmSync(folder, { recursive: true });
    },
  );
  for (const failure of report.failures) process.stdout.write(`${failure}\n`);
  const { inputs, outcomes, codes, failures } = report;
  const tables = [
    table('outcomes', outcomes),
    table('inputs that showed a problem, by code', codes),
  ];
  process.stdout.write(`${tables.join('\n')}\n${inputs} inputs, ${failures.length} failures\n`);
  if (failures.length > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
