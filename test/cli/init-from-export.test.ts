/** `init --from-export` writes a mapping that check asks to fill in, and overwrites nothing. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { writeFirstMapping } from '../../src/cli/init-from-export.js';
import { bill } from '../run/run-demo.js';
import { captured, type Captured } from './captured.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

const SCENARIO = join(import.meta.dirname, '../../fixtures/exports/taobao-order-report/input');
const REPORT = 'exports/ExportOrderList202611051030.csv';
let input: string;
let io: Captured;

beforeEach(() => {
  input = temporaryCopy(SCENARIO);
  io = captured();
});

it('writes what it guesses, and check asks for the rest', async () => {
  const path = join(input, 'sources.json');
  rmSync(path);
  expect(await writeFirstMapping(input, join(input, REPORT), io)).toBe(0);
  expect(io.printed('stderr')).toContain('paid_at ← 订单付款时间');
  expect(io.printed('stderr')).toContain('merchant_id ← (fill in)');
  const output = temporaryFolder();
  const before = await bill(input, output, { mode: 'check' });
  expect(before.problems).toMatchObject([
    { code: 'source-malformed', file: 'sources.json', record: 1, column: 'constants.merchant_id' },
  ]);
  const filled = readFileSync(path, 'utf8').replace('"merchant_id": ""', '"merchant_id": "M1"');
  writeFileSync(path, filled);
  const after = await bill(input, output, { mode: 'check' });
  // the report names no agent, and whether a closed order counts is for people to say
  expect(after.problems.map(({ code, file }) => [code, file])).toEqual([
    ['status-unfiltered', REPORT],
    ['status-unfiltered', REPORT],
    ['file-unknown', 'exports/客服绩效明细202610.csv'],
    ['orders-unattributed', REPORT],
  ]);
});

it('prints it where there is a sources.json already', async () => {
  const before = readFileSync(join(input, 'sources.json'));
  expect(await writeFirstMapping(input, join(input, REPORT), io)).toBe(0);
  expect(readFileSync(join(input, 'sources.json'))).toEqual(before);
  expect(io.printed('stdout')).toContain('"order_id": "订单编号"');
});

it('reads gzip', async () => {
  const file = join(input, 'report.csv.gz');
  writeFileSync(file, gzipSync(readFileSync(join(input, REPORT))));
  expect(await writeFirstMapping(input, file, io)).toBe(0);
  expect(io.printed('stdout')).toContain('"files": "report.csv.gz"');
});

it.each(['nothing.csv', 'report.xlsx', 'broken.csv.gz'])('%s: says why not', async (name) => {
  writeFileSync(join(input, 'broken.csv.gz'), 'no gzip');
  expect(await writeFirstMapping(input, join(input, name), io)).toBe(1);
  expect(io.printed('stderr')).toContain('file-unreadable');
});
