/** Odd ids and names through every reference table and every fact: what is written can be read again, whatever they are. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { MONTH } from './input.js';

const TIMEOUT_MS = 60_000;

/** Beside those of the month: by file, its header and rows, or rows alone where the month has the file. */
const MORE_ROWS: Readonly<Record<string, readonly string[]>> = {
  'contracts.csv': [
    'C6,M2,,fixed_salary,after_sales,2026-09-01,,CNY,,4000,26,8,0.2,,,,,,,,,0.06,false,net 30',
  ],
  'shifts.csv': ['W2-6,M2,S2,A6,after_sales,day,2026-10-10T09:00,2026-10-10T17:00,worked'],
  'kpi-indicators.csv': ['contract_id,indicator,weight', 'C6,speed,1'],
  'kpi-bands.csv': ['contract_id,indicator,from,points', 'C6,speed,0,80'],
  'kpi-values.csv': ['period,contract_id,agent_id,indicator,value', '2026-10,C6,A6,speed,3'],
  'calendar.csv': ['date,tag', '2026-10-10,feast'],
  'contract-surcharges.csv': [
    'contract_id,surcharge,day_tag,window_start,window_end,multiplier',
    'C2,feasts,feast,,,1.5',
  ],
  'charges.csv': [
    'charge_id,contract_id,frequency,starts_on,quantity,unit_price,description',
    'G1,C4,once,2026-10-05,1,20,set-up',
  ],
  'receipts.csv': [
    'receipt_id,merchant_id,currency,received_on,kind,amount',
    'P1,M1,CNY,2026-11-05,payment,10.00',
  ],
  'attributions.csv': ['order_id,agent_id', 'O1-3,A1'],
  'offers.csv': ['offer_id,name,plan,currency,rate', 'T1,cheap,fixed_salary,CNY,5000'],
};

const TEXTS: ReadonlySet<string> = new Set([
  ...['name', 'shift', 'event', 'reason', 'approved_by', 'description'],
  ...['indicator', 'surcharge', 'tag', 'day_tag'],
]);
/** Columns that name one thing under two names. */
const SAME: Readonly<Record<string, string>> = { day_tag: 'tag' };

/** Of the first cell of each column the word itself, of every other the word and the cell. */
class Renaming {
  private readonly cells = new Map<string, string>();
  private readonly columns = new Set<string>();

  constructor(
    private readonly word: string,
    private readonly isOfIds: boolean,
  ) {}

  of(column: string, cell: string): string {
    const isRenamed = column.endsWith('_id') ? this.isOfIds : TEXTS.has(column);
    if (cell === '' || !isRenamed) return cell;
    const of = SAME[column] ?? column;
    const key = JSON.stringify([of, cell]);
    const known = this.cells.get(key) ?? (this.columns.has(of) ? this.word + cell : this.word);
    this.columns.add(of);
    this.cells.set(key, known);
    return known;
  }
}

function writeRenamed(input: string, renaming: Renaming): void {
  const tables = new Map([...MONTH].map(([file, bytes]) => [file, bytes.toString()]));
  for (const [file, rows] of Object.entries(MORE_ROWS))
    tables.set(file, `${tables.get(file) ?? ''}${rows.join('\n')}\n`);
  for (const [file, text] of tables) {
    if (!file.endsWith('.csv')) {
      writeFileSync(join(input, file), text);
      continue;
    }
    const [header = [], ...rows] = parse(text);
    const renamed = rows.map((row) => row.map((cell, at) => renaming.of(header[at] ?? '', cell)));
    writeFileSync(join(input, file), stringify([header, ...renamed], { quoted_match: /[\r\n]/ }));
  }
}

interface Ran {
  readonly status: number;
  readonly errors: readonly { code: string; file: string; message: string; hint: string }[];
  readonly stderr: string;
  readonly ground: string;
}

async function run(word: string, isOfIds: boolean): Promise<Ran> {
  const ground = temporaryFolder();
  const [input, output] = [join(ground, 'input'), join(ground, 'output')];
  for (const folder of [input, output]) mkdirSync(folder);
  writeRenamed(input, new Renaming(word, isOfIds));
  const kefu = async (
    ...words: readonly string[]
  ): Promise<{ status: number; out: string; err: string }> => {
    const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
    const status = await main([...words, '--input', input, '--output', output, '--json'], io);
    return { status, out: io.printed('stdout'), err: io.printed('stderr') };
  };
  const problems = join(ground, 'problems-of-run.csv');
  const { status, out, err } = await kefu(
    ...['run', '2026-10', '--workers', '0', '--problems', problems],
  );
  const told = JSON.parse(out) as { problems: (Ran['errors'][number] & { severity: string })[] };
  for (const command of ['account', 'compare']) JSON.parse((await kefu(command)).out);
  const errors = told.problems.filter(({ severity }) => severity === 'error');
  return { status, errors, stderr: err, ground };
}

/** What a spreadsheet takes for a formula. */
function isFormula(cell: string): boolean {
  return /^[\s\p{Z}\p{C}]*[=+\-@]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);
}

/** What cannot be read again, or would be taken for a formula, in any file that was written. */
function faultsOf(ground: string): string[] {
  const files = readdirSync(ground, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('input') && statSync(join(ground, path)).isFile())
    .map((path) => [path, readFileSync(join(ground, path), 'utf8')] as const);
  return files.flatMap(([path, text]) => {
    try {
      if (path.endsWith('.csv')) {
        // rows of another number of columns than the header are an error of the parser
        const cells = parse(text, { bom: true }).flat();
        return cells.filter(isFormula).map((cell) => `${path}: ${cell} is a formula`);
      }
      if (path.endsWith('.json') || path.endsWith('/HEAD')) JSON.parse(text);
      if (path.endsWith('.jsonl')) for (const line of text.trim().split('\n')) JSON.parse(line);
      return [];
    } catch (error) {
      return [`${path}: ${String(error)}`];
    }
  });
}

const GOOD = [
  ...['constructor', 'toString', '__proto__', 'hasOwnProperty', '=1+1', '-2+3', '@SUM(1)'],
  ...['🧑‍🚀', '"said"', "it's", 'a,b;c', '客服 一', '%s\\n${x}', '<b>&amp;</b>'],
];

describe.each(GOOD)('%s', (word) => {
  it.each([
    { of: 'ids and names', isOfIds: true },
    { of: 'names alone', isOfIds: false },
  ])(
    'as $of',
    async ({ isOfIds }) => {
      const { status, errors, stderr, ground } = await run(word, isOfIds);
      expect(errors).toEqual([]);
      expect(status).toBe(0);
      expect(stderr).not.toMatch(/^ {4}at /m);
      expect(faultsOf(ground)).toEqual([]);
      const batch = readdirSync(join(ground, 'output/2026-10/batch-001'));
      expect(batch).toContain('manifest.json');
    },
    TIMEOUT_MS,
  );
});

describe.each([
  { what: 'a NUL', word: 'a\u0000b', isOfIds: true },
  { what: 'a NUL in names', word: 'a\u0000b', isOfIds: false },
  { what: 'a line feed in ids', word: 'a\nb', isOfIds: true },
  { what: 'a control character in ids', word: 'a\u0007b', isOfIds: true },
  { what: '1,000 characters', word: 'x'.repeat(1_000), isOfIds: true },
  { what: '1,000 wide characters', word: '客'.repeat(1_000), isOfIds: true },
])('$what', ({ word, isOfIds }) => {
  it(
    'is refused where it stands',
    async () => {
      const { status, errors, stderr, ground } = await run(word, isOfIds);
      expect(status).toBe(1);
      expect(errors.length).toBeGreaterThan(0);
      for (const { file, message, hint } of errors) {
        expect(file).toMatch(/^[a-z-]+\.csv$/);
        expect(message).not.toBe('');
        expect(hint).not.toBe('');
      }
      expect(stderr).not.toMatch(/^ {4}at /m);
      expect(faultsOf(ground)).toEqual([]);
      expect(readdirSync(join(ground, 'output'))).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

it.each([
  { what: 'line feeds', word: 'a\nb' },
  { what: '1,000 characters', word: 'x'.repeat(1_000) },
  { what: '1,000 wide characters', word: '客'.repeat(1_000) },
])(
  'names with $what are billed, or refused where they stand',
  async ({ word }) => {
    const { status, errors, stderr, ground } = await run(word, false);
    expect(status === 0 ? errors : errors.filter(({ file }) => file === '')).toEqual([]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(faultsOf(ground)).toEqual([]);
  },
  TIMEOUT_MS,
);
