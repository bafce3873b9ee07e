/** `init --from-export` writes a mapping that check asks to fill in, and overwrites nothing. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { writeFirstMapping } from '../../src/cli/init-from-export.js';
import { textCell } from '../../src/output/workbooks/cell-value.js';
import { workbookBytes } from '../../src/output/workbooks/write-workbook.js';
import { bill } from '../run/run-demo.js';
import { captured, type Captured } from './captured.js';
import { besideFewRows } from '../support/of-few-rows.js';
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
  expect(besideFewRows(before.problems)).toMatchObject([
    { code: 'source-malformed', file: 'sources.json', record: 1, column: 'merchant_id' },
    { code: 'source-malformed', file: 'sources.json', record: 1, column: 'store_id' },
  ]);
  const filled = readFileSync(path, 'utf8')
    .replace('"merchant_id": ""', '"merchant_id": "M1"')
    .replace('"store_id": ""', '"store_id": "荷家旗舰店"');
  writeFileSync(path, filled);
  const after = await bill(input, output, { mode: 'check' });
  // the report names no agent
  expect(besideFewRows(after.problems).map(({ code, file }) => [code, file])).toEqual([
    ['file-unknown', 'exports/客服绩效明细202610.csv'],
    ['orders-unattributed', REPORT],
  ]);
});

it('prints it where there is a sources.json already', async () => {
  const before = readFileSync(join(input, 'sources.json'));
  expect(await writeFirstMapping(input, join(input, REPORT), io)).toBe(0);
  expect(readFileSync(join(input, 'sources.json'))).toEqual(before);
  expect(io.printed('stdout')).toContain('"preset": "taobao-orders"');
});

it('reads gzip', async () => {
  const file = join(input, 'report.csv.gz');
  writeFileSync(file, gzipSync(readFileSync(join(input, REPORT))));
  expect(await writeFirstMapping(input, file, io)).toBe(0);
  expect(io.printed('stdout')).toContain('"files": "report.csv.gz"');
});

it.each(['nothing.csv', 'report.xlsx', 'broken.csv.gz'])('%s: says why not', async (name) => {
  writeFileSync(join(input, 'broken.csv.gz'), Buffer.from([0x1f, 0x8b, 1, 2]));
  expect(await writeFirstMapping(input, join(input, name), io)).toBe(1);
  expect(io.printed('stderr')).toContain('file-unreadable');
});

it('lists what it does not use, and how the file is separated', async () => {
  const file = join(input, 'other.csv');
  writeFileSync(file, 'Order ID;Paid at;Total;Gift note\n1;2026-10-01 10:00;5;x\n');
  expect(await writeFirstMapping(input, file, io)).toBe(0);
  const said = io.printed('stderr');
  expect(said).toContain('the file is separated by semicolons');
  expect(said).toContain('Not used: Gift note');
});

it('reads a workbook, whatever its name is', async () => {
  const file = join(input, 'attendance.xls');
  const columns = ['姓名', '班次', '上班时间', '下班时间', '考勤结果'].map((header) => ({
    header,
    width: 12,
  }));
  const row = ['小荷', '早班', '2026-10-01 09:00', '2026-10-01 17:00', '出勤'].map(textCell);
  const above = [[textCell('十月考勤')]];
  writeFileSync(file, workbookBytes([{ name: '明细', above, columns, rows: [row] }]));
  expect(await writeFirstMapping(input, file, io)).toBe(0);
  const [source] = JSON.parse(io.printed('stdout')) as Record<string, unknown>[];
  expect(source).toMatchObject({
    table: 'shifts',
    skip_lines: 1,
    columns: { agent_id: '姓名', shift: '班次', status: '考勤结果' },
    values: { status: { 出勤: 'worked' } },
  });
});

it('writes nothing where no table is recognised, and says so', async () => {
  const file = join(input, 'strange.csv');
  writeFileSync(file, '编码,时刻\n1,2\n');
  expect(await writeFirstMapping(input, file, io)).toBe(1);
  expect(io.printed('stderr')).toContain('no table is recognised by these headers: 编码, 时刻');
});
