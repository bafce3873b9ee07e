/**
 * What a spreadsheet saves around a table: empty columns beside it, rows of commas below it. Nothing
 * is lost by it in any kind of table, and what is filled there is never dropped.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatAmount } from '../../src/money/amount.js';
import { bill } from './run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const BASE = join(import.meta.dirname, '../../fixtures/problems/base');
const TABLES = ['merchants.csv', 'contracts.csv', 'shifts.csv', 'orders.csv', 'refunds.csv'];
interface Outcome {
  readonly nets: readonly string[];
  /** `file:record code`. */
  readonly errors: readonly string[];
  /** `file outcome rows`; none where nothing is published. */
  readonly rows: readonly string[];
}

/** Bills the base of the problems' fixtures with some of its tables changed. */
async function billed(
  tables: readonly string[],
  change: (lines: readonly string[]) => readonly string[],
): Promise<Outcome> {
  const folder = temporaryFolder();
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  cpSync(BASE, input, { recursive: true });
  mkdirSync(output);
  for (const file of tables) {
    const lines = readFileSync(join(input, file), 'utf8').trimEnd().split('\n');
    writeFileSync(join(input, file), `${change(lines).join('\n')}\n`);
  }
  const { status, documents, problems } = await bill(input, output);
  const accounting = join(output, '2026-10/batch-001/row-accounting.csv');
  const rows = status === 'published' ? readFileSync(accounting, 'utf8').split('\r\n') : [];
  return {
    nets: documents.map(({ net, currency }) => formatAmount(net, currency)),
    errors: problems
      .filter(({ severity }) => severity === 'error')
      .map(({ file, record, code }) => `${file}:${record ?? '-'} ${code}`),
    rows: rows
      .slice(1)
      .map((row) => row.split(','))
      .map(([file, , outcome, count]) => `${file ?? ''} ${outcome ?? ''} ${count ?? ''}`),
  };
}

// 1 of 26 days of 1,500.00 is 57.69; 2 % of 100.00 − 20.00 is 1.60.
const NETS = ['59.29'];

it.each<[string, (lines: readonly string[]) => readonly string[]]>([
  ['empty columns beside it', (lines) => lines.map((line) => `${line},,,`)],
  ['empty columns beside its header alone', ([header = '', ...rows]) => [`${header},, ,`, ...rows]],
  [
    'blanks in the columns beside it',
    ([header = '', ...rows]) => [`${header},,`, ...rows.map((row) => `${row}, ,`)],
  ],
  [
    'an empty cell behind its rows alone',
    ([header = '', ...rows]) => [header, ...rows.map((row) => `${row},`)],
  ],
  ['rows of commas below it', (lines) => [...lines, ',,', ', ,', '']],
  ['both', (lines) => [...lines.map((line) => `${line},,`), ',,,,', ',']],
])('bills a table with %s', async (_, change) => {
  const { nets, errors } = await billed(TABLES, change);
  expect(errors).toEqual([]);
  expect(nets).toEqual(NETS);
});

it('accounts for blank lines and rows of commas, and counts them in the records below', async () => {
  const { rows } = await billed(TABLES, ([header = '', ...lines]) => [
    header,
    ',',
    '',
    ...lines,
    ',,',
    '',
  ]);
  // A spreadsheet shows the line between them as a row too; the one at the end is none.
  for (const file of TABLES) {
    expect(rows).toContain(`${file} blank_row 3`);
    expect(rows).toContain(`${file} billed 1`);
  }
  const broken = await billed(TABLES, ([header = '', ...lines]) => [header, ',', ...lines, 'X']);
  expect(broken.errors).toEqual(TABLES.map((file) => `${file}:3 row-broken`));
});

it('drops no cell that stands below no name', async () => {
  const { errors } = await billed(TABLES, ([header = '', ...lines]) => [
    `${header},,`,
    ...lines.map((line) => `${line},,x`),
  ]);
  expect(errors).toEqual(TABLES.map((file) => `${file}:1 row-broken`));
});

it('wants a name for a column between others', async () => {
  const { errors } = await billed(TABLES, (lines) => lines.map((line) => line.replace(',', ',,')));
  expect(errors).toEqual(TABLES.map((file) => `${file}:- column-unknown`));
});
