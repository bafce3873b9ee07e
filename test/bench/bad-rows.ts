/**
 * Times a run over a month in which one merchant has very many bad rows, all of one kind, and everybody
 * else is billed. `npm run build && npx tsx test/bench/bad-rows.ts [--rows 1000000] [--kinds amount,overlap]`
 */
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeMonth } from '../hostile/input.js';
import { Stopwatch, type Measure } from './measure.js';
import { programIn, ROOT } from './program.js';

interface Kind {
  readonly file: string;
  readonly row: (at: number) => string;
}

const ROWS_A_PIECE = 50_000;
/** What a run says where some merchants are blocked. */
const SOME_BLOCKED = 2;

const KINDS: Readonly<Record<string, Kind>> = {
  /** A digit too many. */
  amount: {
    file: 'orders.csv',
    row: (at) => `B${at},M1,S1,2026-10-12T12:00:00,1.234,CNY,A1`,
  },
  /** One order with ever other amounts. */
  conflict: {
    file: 'orders.csv',
    row: (at) => `B1,M1,S1,2026-10-12T12:00:00,${at}.00,CNY,A1`,
  },
  repeat: {
    file: 'orders.csv',
    row: () => 'O1-1,M1,S1,2026-10-10T12:00:00,10000.00,CNY,A1',
  },
  overlap: {
    file: 'shifts.csv',
    row: (at) => `B${at},M2,,A2,pre_sales,day,2026-10-10T10:00,2026-10-10T11:00,worked`,
  },
  /** Merchants whom nobody has written down, each another, and a date that is none. */
  unknown: {
    file: 'orders.csv',
    row: (at) => `B${at},X${at},S1,2026-10-32T12:00:00,1.00,CNY,A1`,
  },
};

interface Taken extends Measure {
  readonly kind: string;
  readonly rows: number;
  /** Of problems.csv, without its header. */
  readonly listed: number;
}

function timeOf(kind: string, rows: number): Taken {
  const bad = KINDS[kind];
  if (bad === undefined) throw new Error(`there is no kind ${kind}`);
  const work = mkdtempSync(join(tmpdir(), 'kefu-billing-bad-rows-'));
  try {
    const input = writeMonth(join(work, 'input'));
    const output = join(work, 'output');
    mkdirSync(output);
    writeRows(join(input, bad.file), rows, bad.row);
    const program = programIn(ROOT);
    const command = [program.main, 'run', '2026-10', '--input', input, '--output', output];
    const taken = new Stopwatch(work).measure(command, ROOT, [0, SOME_BLOCKED]);
    const listed = lines(join(output, '2026-10/batch-001/problems.csv')) - 1;
    return { kind, rows, ...taken, listed };
  } finally {
    rmSync(work, { recursive: true });
  }
}

function writeRows(file: string, rows: number, row: Kind['row']): void {
  const handle = openSync(file, 'a');
  for (let from = 0; from < rows; from += ROWS_A_PIECE) {
    const length = Math.min(ROWS_A_PIECE, rows - from);
    writeSync(handle, `${Array.from({ length }, (_, at) => row(from + at)).join('\n')}\n`);
  }
  closeSync(handle);
}

function lines(file: string): number {
  return readFileSync(file).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000000' },
      kinds: { type: 'string', default: Object.keys(KINDS).join(',') },
    },
  });
  console.table(values.kinds.split(',').map((kind) => timeOf(kind, Number(values.rows))));
}

main();
