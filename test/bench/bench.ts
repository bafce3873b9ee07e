/**
 * Times whole commands over invented months, each in a process of its own.
 * `npm run bench -- [--merchants 100,1000,10000] [--orders 1000] [--stages usage,run] [--json FILE]`;
 * `--orders` is for each merchant.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { generateMonth } from './generate.js';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/cli/bin.js');

interface Measure {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

interface Stage {
  readonly name: string;
  /** What the stage goes through, per second. */
  readonly unit: 'orders' | 'documents' | null;
  /** How many it goes through, where that is not the month's. */
  readonly items?: number;
  readonly command: (folders: Folders) => readonly string[];
}

interface Folders {
  readonly input: string;
  readonly output: string;
}

const run = ({ input, output }: Folders): string[] => [
  MAIN,
  ...['run', '2026-10', '--quiet', '--input', input, '--output', output],
];

const DEMO_DOCUMENTS = 16;
/** How often the demo's documents are drawn. */
const ROUNDS = 100;
const BUFFER_ROUNDS = 10;
const pdf = (rounds: number, ...way: string[]): Pick<Stage, 'command' | 'items' | 'unit'> => ({
  unit: 'documents',
  items: rounds * DEMO_DOCUMENTS,
  command: () => ['--import', 'tsx', stageFile('pdf'), String(rounds), ...way],
});

/** What does not depend on the size of a month. */
const SINGLE_STAGES: readonly Stage[] = [
  { name: 'help', unit: null, command: () => [MAIN, '--help'] },
  { name: 'PDF, one thread', ...pdf(ROUNDS) },
  { name: 'PDF, fonts as buffers', ...pdf(BUFFER_ROUNDS, 'buffers') },
];

/** A rerun finds what the run has published. */
const STAGES: readonly Stage[] = [
  {
    name: 'bare aggregate',
    unit: 'orders',
    command: ({ input }) => ['--import', 'tsx', stageFile('bare'), input],
  },
  {
    name: 'usage',
    unit: 'orders',
    command: ({ input }) => ['--import', 'tsx', stageFile('usage'), input],
  },
  { name: 'run', unit: 'documents', command: run },
  { name: 'rerun, unchanged', unit: 'documents', command: run },
];

function stageFile(name: string): string {
  return join(import.meta.dirname, `stages/${name}.ts`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      merchants: { type: 'string', default: '100,1000' },
      orders: { type: 'string', default: '1000' },
      stages: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const ordersEach = Number(values.orders);
  const chosen = values.stages?.split(',');
  const isChosen = ({ name }: Stage): boolean => chosen?.includes(name) ?? true;
  const work = mkdtempSync(join(tmpdir(), 'kefu-billing-bench-'));
  const preload = preloadFile(work);
  const results: Result[] = [];
  const measure = (stage: Stage, merchants: number, folders: Folders): void => {
    const taken = measured(stage.command(folders), work, preload);
    const inMonth = stage.unit === 'orders' ? merchants * ordersEach : merchants;
    const perSecond = Math.round((stage.items ?? inMonth) / taken.seconds);
    const name = { merchants, stage: stage.name };
    results.push({ ...name, ...taken, perSecond: stage.unit === null ? null : perSecond });
  };
  for (const stage of SINGLE_STAGES.filter(isChosen)) measure(stage, 0, { input: '', output: '' });
  for (const merchants of values.merchants.split(',').map(Number)) {
    const folders = {
      input: monthOf(merchants, ordersEach),
      output: join(work, `output-${merchants}`),
    };
    mkdirSync(folders.output);
    for (const stage of STAGES.filter(isChosen)) measure(stage, merchants, folders);
    rmSync(folders.output, { recursive: true });
  }
  const ratios = ratiosOf(results);
  console.table(results.map(shown));
  console.table(ratios);
  if (values.json !== undefined)
    writeFileSync(values.json, JSON.stringify({ results, ratios }, null, 2));
  rmSync(work, { recursive: true });
}

interface Result extends Measure {
  readonly stage: string;
  readonly merchants: number;
  readonly perSecond: number | null;
}

interface Ratio {
  readonly merchants: number;
  readonly ratio: string;
  readonly seconds: string;
  readonly 'CPU seconds': string;
}

/** What matters more than seconds, which depend on the machine: one stage against another. */
function ratiosOf(results: readonly Result[]): Ratio[] {
  const sizes = [...new Set(results.map(({ merchants }) => merchants))];
  const [first = 0] = sizes.filter((merchants) => merchants > 0);
  const of = (stage: string, merchants: number): Result | undefined =>
    results.find((result) => result.stage === stage && result.merchants === merchants);
  const against = (one: Result | undefined, other: Result | undefined, share = 1): Ratio[] => {
    if (one === undefined || other === undefined) return [];
    const shownOf = (key: 'seconds' | 'cpuSeconds'): string =>
      (one[key] / other[key] / share).toFixed(2);
    const ratio =
      one.stage === other.stage
        ? `${one.stage}, for each merchant, to that of ${first} merchants`
        : `${one.stage} to ${other.stage}`;
    const { merchants } = one;
    return [
      { merchants, ratio, seconds: shownOf('seconds'), 'CPU seconds': shownOf('cpuSeconds') },
    ];
  };
  return [
    ...against(of('PDF, fonts as buffers', 0), of('PDF, one thread', 0), BUFFER_ROUNDS / ROUNDS),
    ...sizes.flatMap((merchants) => [
      ...against(of('usage', merchants), of('bare aggregate', merchants)),
      ...against(of('rerun, unchanged', merchants), of('run', merchants)),
      // a merchant of a larger month, to one of the smallest
      ...(merchants === first
        ? []
        : against(of('run', merchants), of('run', first), merchants / first)),
    ]),
  ];
}

function shown({
  merchants,
  stage,
  seconds,
  cpuSeconds,
  megabytes,
  perSecond,
}: Result): Record<string, unknown> {
  return {
    merchants,
    stage,
    seconds: Number(seconds.toFixed(2)),
    'CPU seconds': Number(cpuSeconds.toFixed(2)),
    'memory MB': megabytes,
    'a second': perSecond ?? '',
  };
}

/** The month of so many merchants with so many orders each, made once and kept. */
function monthOf(merchants: number, ordersEach: number): string {
  const folder = join(tmpdir(), `kefu-billing-bench-month-${merchants}-${ordersEach}`);
  const done = join(folder, '.done');
  if (!existsSync(done)) {
    generateMonth(folder, merchants, ordersEach);
    writeFileSync(done, '');
  }
  return folder;
}

function measured(command: readonly string[], work: string, preload: string): Measure {
  const file = join(work, 'result.json');
  const env = { ...process.env, BENCH_RESULT: file, KEFU_BILLING_NOW: '2026-11-20T09:00' };
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, ...command], {
    env,
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command.join(' ')} exits ${String(status)}: ${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Measure;
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

main();
