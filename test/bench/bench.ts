/**
 * Times whole commands over invented months, each in a process of its own.
 * `npm run bench -- [--merchants 100,1000,10000] [--orders 1000] [--stages usage,run] [--json FILE]`;
 * `--orders` is for each merchant. The stage `pdf ways` is a table of its own: the same documents drawn by
 * others. With `--against REV [--pairs 3]` another revision is built beside this one, and its stages
 * take turns with these.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareWith, type Series } from './against.js';
import { generateMonth } from './generate.js';
import { Stopwatch, type Measure } from './measure.js';
import { pdfTable } from './pdf-table.js';
import { programIn, ROOT } from './program.js';
import { MONTH_STAGES, SINGLE_STAGES, type Stage } from './stage-list.js';

function main(): void {
  const { values } = parseArgs({
    options: {
      merchants: { type: 'string', default: '100,1000' },
      orders: { type: 'string', default: '1000' },
      stages: { type: 'string' },
      json: { type: 'string' },
      against: { type: 'string' },
      pairs: { type: 'string', default: '3' },
    },
  });
  const ordersEach = Number(values.orders);
  const chosen = values.stages?.split(',');
  const isChosen = ({ name }: Pick<Stage, 'name'>): boolean => chosen?.includes(name) ?? true;
  const series: Series[] = [
    { merchants: 0, input: '', stages: SINGLE_STAGES.filter(isChosen) },
    ...(MONTH_STAGES.some(isChosen) ? values.merchants.split(',') : []).map((merchants) => ({
      merchants: Number(merchants),
      input: monthOf(Number(merchants), ordersEach),
      stages: MONTH_STAGES.filter(isChosen),
    })),
  ];
  const work = mkdtempSync(join(tmpdir(), 'kefu-billing-bench-'));
  const stopwatch = new Stopwatch(work);
  const pairs = Number(values.pairs);
  let report: Record<string, readonly object[]>;
  if (values.against === undefined) {
    const results = series.flatMap((each) => timesOf(each, ordersEach, stopwatch, work));
    const ways = isChosen({ name: 'pdf ways' }) ? pdfTable(pairs, work) : [];
    report = { results: results.map(shown), ratios: ratiosOf(results), ways };
  } else {
    report = { ratios: compareWith(values.against, series, { pairs, work, stopwatch }) };
  }
  for (const table of Object.values(report)) if (table.length > 0) console.table(table);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, null, 2));
  rmSync(work, { recursive: true });
}

function timesOf(
  { merchants, input, stages }: Series,
  ordersEach: number,
  stopwatch: Stopwatch,
  work: string,
): Result[] {
  const program = programIn(ROOT);
  const folders = { input, output: join(work, `output-${merchants}`) };
  mkdirSync(folders.output);
  const results = stages.map(({ name, unit, items, command }) => {
    const taken = stopwatch.measure(command(program, folders), program.root);
    const inMonth = unit === 'orders' ? merchants * ordersEach : merchants;
    const perSecond = Math.round((items ?? inMonth) / taken.seconds);
    return { merchants, stage: name, ...taken, perSecond: unit === null ? null : perSecond };
  });
  rmSync(folders.output, { recursive: true });
  return results;
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

main();
