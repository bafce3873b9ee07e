/** More bad rows of one kind than are kept one by one: the terminal is short, and nothing is missing elsewhere. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { writeMonth } from './input.js';

const ROWS = 3_500;
const LINES_ON_A_TERMINAL_MAX = 40;
const records = Array.from({ length: ROWS }, (_, at) => at);

/** What is wrong, the rows that are so, and what a run says of them. */
const KINDS = [
  {
    what: 'amounts with a digit too many',
    file: 'orders.csv',
    row: (at: number) => `B${at},M1,S1,2026-10-12T12:00:00,1.234,CNY,A1`,
    code: 'money-too-precise',
    isBlocking: true,
    merchants: 1,
  },
  {
    what: 'one order with ever other amounts',
    file: 'orders.csv',
    row: (at: number) => `B1,M1,S1,2026-10-12T12:00:00,${at}.00,CNY,A1`,
    code: 'key-conflict',
    isBlocking: true,
    merchants: 1,
  },
  {
    what: 'shifts that overlap',
    file: 'shifts.csv',
    row: (at: number) => `B${at},M2,,A2,pre_sales,day,2026-10-10T10:00,2026-10-10T11:00,worked`,
    code: 'shifts-overlap',
    isBlocking: true,
    merchants: 1,
  },
  {
    what: 'dates that are none, of merchants whom nobody knows',
    file: 'orders.csv',
    row: (at: number) => `B${at},X${at},S1,2026-10-32T12:00:00,1.00,CNY,A1`,
    code: 'time-malformed',
    isBlocking: false,
    merchants: ROWS,
  },
  {
    what: 'orders of merchants whom nobody knows',
    file: 'orders.csv',
    row: (at: number) => `B${at},X${at},S1,2026-10-12T12:00:00,1.00,CNY,A1`,
    code: 'merchant-unknown',
    isBlocking: false,
    // they are in its sentence: it is no merchant's
    merchants: 1,
  },
];

let input: string;
let output: string;

beforeEach(() => {
  const folder = temporaryFolder();
  input = writeMonth(join(folder, 'input'));
  output = join(folder, 'output');
  mkdirSync(output);
});

async function run(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
  const folders = ['--input', input, '--output', output, '--language', 'en', '--workers', '0'];
  const status = await main(['run', '2026-10', ...folders, ...words], io);
  return { status, out: io.printed('stdout'), err: io.printed('stderr') };
}

function listed(file: string, code: string): { record: string; merchant_id: string }[] {
  const rows = parse(readFileSync(file), { bom: true, columns: true }) as unknown as {
    code: string;
    record: string;
    merchant_id: string;
  }[];
  return rows.filter((row) => row.code === code);
}

describe.each(KINDS)('$what', ({ file, row, code, isBlocking, merchants }) => {
  it('are counted on the terminal, listed in problems.csv, and leave everybody else billed', async () => {
    appendFileSync(join(input, file), `${records.map(row).join('\n')}\n`);
    const { status, err } = await run();
    expect(status).toBe(isBlocking ? 2 : 0);
    expect(err).toContain(`${code}: ${ROWS}\n`);
    expect(err).toContain(`… and ${ROWS - 3} more`);
    expect(err.split('\n').length).toBeLessThan(LINES_ON_A_TERMINAL_MAX);
    const rows = listed(join(output, '2026-10/batch-001/problems.csv'), code);
    expect(rows).toHaveLength(ROWS);
    expect(new Set(rows.map(({ record }) => record)).size).toBe(ROWS);
    expect(new Set(rows.map((one) => one.merchant_id)).size).toBe(merchants);
    const report = readFileSync(join(output, '2026-10/batch-001/report.html'), 'utf8');
    expect(report).toContain(ROWS.toLocaleString('en'));
  });
});

it('are all in --json and in the file of a run that publishes nothing', async () => {
  const row = (at: number): string => `B${at},,S1,2026-10-12T12:00:00,1.00,CNY,A1`;
  appendFileSync(join(input, 'orders.csv'), `${records.map(row).join('\n')}\n`);
  const problems = join(output, '..', 'problems.csv');
  const { status, out } = await run('--json', '--problems', problems);
  expect(status).toBe(1);
  expect(existsSync(join(output, '2026-10'))).toBe(false);
  const told = (JSON.parse(out) as { problems: { code: string; record: number }[] }).problems;
  // three orders stand above them
  const expected = records.map((at) => at + 4);
  expect(told.filter(({ code }) => code === 'cell-blank').map(({ record }) => record)).toEqual(
    expected,
  );
  expect(listed(problems, 'cell-blank').map(({ record }) => Number(record))).toEqual(expected);
});

it.each([
  { accepted: ROWS - 1, status: 1 },
  { accepted: ROWS, status: 0 },
])(
  'are accepted by their number: of $accepted the status is $status',
  async ({ accepted, status }) => {
    const row = (at: number): string => `B${at},,S1,2026-10-12T12:00:00,1.00,CNY,A1`;
    appendFileSync(join(input, 'orders.csv'), `${records.map(row).join('\n')}\n`);
    expect(await run('--accept-rejected', String(accepted))).toMatchObject({ status });
  },
);
