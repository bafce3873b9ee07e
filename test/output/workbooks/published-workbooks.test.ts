/** Workbooks beside the PDFs, from the month that `init` writes: what is in them, and that it repeats. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeStartingFolder } from '../../../src/cli/init.js';
import { conversationIn } from '../../../src/cli/conversation.js';
import { verifyLedger } from '../../../src/ledger/verify-ledger.js';
import { captured } from '../../cli/captured.js';
import { bill } from '../../run/run-demo.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isInstalled } from '../../support/tools.js';
import { cellsByLibreOffice, cellsInFile, type SheetCells } from '../../support/workbook-cells.js';

const BATCH = '2026-10/batch-001';
let input = '';
let output = '';

beforeAll(async () => {
  input = temporaryFolder();
  const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
  await writeStartingFolder(input, {}, { ...io, ...conversationIn('zh', io) });
  output = temporaryFolder();
  await bill(input, output, { workbooks: true });
});

const bytesOf = (file: string, from = output): Buffer => readFileSync(join(from, BATCH, file));
const rowsOf = (file: string, sheet: string): SheetCells =>
  cellsInFile(bytesOf(file)).get(sheet) ?? [];

/** M02: 1,500 for 27 days of 26, and 0.02 of 4,137.50 − 98.50 = 4,039.00: 80.78; tax 94.85 (94.8468). */
const SALES = 'workbooks/INV-202610-000002.xlsx';

it('the document and its lines, amounts as numbers of their digits', () => {
  expect([...cellsInFile(bytesOf(SALES)).keys()]).toEqual(['账单', '明细', '出勤', '订单']);
  expect(rowsOf(SALES, '账单')).toEqual([
    ['项目', '内容'],
    ['类型', '服务费账单'],
    ['账单编号', 'INV-202610-000002'],
    ['账期', '2026-10'],
    ['商家编号', 'M02'],
    ['商家名称', '拾光女装'],
    ['开具日期', '2026-11-20'],
    ['付款期限', '2026-12-20'],
    ['币种', 'CNY'],
    ['不含税金额', '=1580.78'],
    ['税额', '=94.85'],
    ['合计', '=1675.63'],
  ]);
  const [header = [], base = [], commission = []] = rowsOf(SALES, '明细');
  expect(header.join()).toBe(
    '行号,合同编号,计费方式,项目,服务起,服务止,数量,单位,单价,金额,税率,计算依据',
  );
  expect(base.slice(0, 11).join()).toBe(
    '=1,C02,底薪加提成,客服底薪 小满 · 晚班,2026-10-01,2026-10-31,=1,月,=1500,=1500.00,=0.06',
  );
  expect(commission.slice(6, 11).join()).toBe('=4039,CNY,=0.02,=80.78,=0.06');
});

it('attendance by day, and orders with their ids as text', () => {
  const attendance = rowsOf(SALES, '出勤');
  expect(attendance.slice(0, 2)).toEqual([
    ['合同编号', '客服', '班次', '日期', '出勤小时'],
    ['C02', '小满', '晚班', '2026-10-01', '=8'],
  ]);
  // 31 days without the four sevenths ones: 7, 14, 21, 28
  expect(attendance).toHaveLength(1 + 27);
  const orders = rowsOf(SALES, '订单');
  expect(orders.map((row) => [row[0], row[5], row[7], row[9], row[11]].join())).toEqual([
    '订单编号,处理结果,订单金额,退款,净销售额',
    '3515200110000000011,计费,=1280.00,=0.00,=1280.00',
    '3515200110000000021,计费,=398.50,=98.50,=300.00',
    '3515200110000000031,静默订单,=2650.00,=0.00,=0.00',
    '3515200110000000041,计费,=899.00,=0.00,=899.00',
    '3515200110000000051,计费,=1560.00,=0.00,=1560.00',
  ]);
});

it('invoices.xlsx is invoices.csv', () => {
  const rows = rowsOf('invoices.xlsx', '账单汇总');
  expect(rows).toHaveLength(8);
  expect(rows[2]?.slice(0, 11).join()).toBe(
    'INV-202610-000002,服务费账单,2026-10,M02,拾光女装,CNY,2026-11-20,2026-12-20,=1580.78,=94.85,=1675.63',
  );
});

it('the same bytes again; verify holds them against the manifest', async () => {
  const other = temporaryFolder();
  await bill(input, other, { workbooks: true });
  for (const file of [SALES, 'invoices.xlsx', 'manifest.json'])
    expect(bytesOf(file, other).equals(bytesOf(file))).toBe(true);
  expect((await verifyLedger(other, '2026-10')).problems).toEqual([]);
  writeFileSync(join(other, BATCH, SALES), 'x');
  expect((await verifyLedger(other, '2026-10')).problems).not.toEqual([]);
});

it('none where nobody asks for them', async () => {
  const other = temporaryFolder();
  await bill(input, other);
  expect(existsSync(join(other, BATCH, 'workbooks'))).toBe(false);
  expect(existsSync(join(other, BATCH, 'invoices.xlsx'))).toBe(false);
});

describe.runIf(isInstalled('soffice'))('LibreOffice', () => {
  it('opens a statement and gives back every id and amount', () => {
    const shown = cellsByLibreOffice(bytesOf(SALES));
    expect(shown.get('订单')?.map((row) => row[0])).toEqual(
      rowsOf(SALES, '订单').map((row) => row[0]),
    );
    expect(
      shown
        .get('账单')
        ?.slice(9)
        .map((row) => row[1]),
    ).toEqual(['=1580.78', '=94.85', '=1675.63']);
  });
});
