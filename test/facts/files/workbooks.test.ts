/** Exports that are workbooks, through the whole program: which sheet is read, and what each of its cells is. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatAmount } from '../../../src/money/amount.js';
import { textCell } from '../../../src/output/workbooks/cell-value.js';
import { workbookBytes } from '../../../src/output/workbooks/write-workbook.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import { bill, publishedDocuments } from '../../run/run-demo.js';
import { besideFewRows } from '../../support/of-few-rows.js';
import { temporaryCopy, temporaryFolder } from '../../support/temporary-folder.js';
import { MAIN, workbookParts, writeZip } from '../../support/workbook-parts.js';

const CNY = { code: 'CNY', fractionDigits: 2 };
const BASE = join(import.meta.dirname, '../../../fixtures/problems/base');
const SOURCE = {
  table: 'orders',
  files: 'exports/*',
  columns: { order_id: '订单号', paid_at: '付款时间', amount: '金额' },
  constants: { merchant_id: 'M1', store_id: null, currency: 'CNY', agent_id: 'A' },
};

type Write = (path: string) => void;

/** What a month comes to whose only order file is this workbook: the sums of orders, and the problems. */
async function billed(write: Write, source: object = {}, name = 'orders.xlsx'): Promise<string[]> {
  const [input, output] = [temporaryCopy(BASE), temporaryFolder()];
  for (const file of ['orders.csv', 'refunds.csv']) rmSync(join(input, file));
  writeFileSync(join(input, 'refunds.csv'), 'refund_id,order_id,refunded_at,amount\n');
  mkdirSync(join(input, 'exports'));
  write(join(input, 'exports', name));
  writeFileSync(join(input, 'sources.json'), JSON.stringify([{ ...SOURCE, ...source }]));
  const result = await bill(input, output);
  const lines = (await publishedDocuments(output, result)).flatMap((one) => one.lines);
  const sales = lines
    .filter(({ kind }) => kind === 'commission')
    .map(({ amount }) => formatAmount(amount, CNY));
  const problems = besideFewRows(result.problems).map((found) => {
    const place = [found.record, found.column].filter((part) => part !== null).join(' ');
    return `${found.code} ${place}: ${problemSentence(found, 'en').message}`;
  });
  return [...sales.map((amount) => `commission ${amount}`), ...problems];
}

const text = (shown: string): string => `<c t="inlineStr"><is><t>${shown}</t></is></c>`;
const HEADER = `<row>${['订单号', '付款时间', '金额', '备注'].map(text).join('')}</row>`;
/** Style 1 is a date with its time, 2 a date alone, 3 two decimals. */
const STYLES = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d h:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs></styleSheet>`;

function sheet(rows: string, around: { before?: string; after?: string } = {}): Write {
  const parts = workbookParts('', { 'xl/styles.xml': STYLES });
  parts['xl/worksheets/sheet1.xml'] =
    `<worksheet ${MAIN}>${around.before ?? ''}<sheetData>${rows}</sheetData>${around.after ?? ''}</worksheet>`;
  return (path) => {
    writeZip(path, parts);
  };
}

// 46297.5 is 2026-10-02 12:00; 2 % of 100.10 + 1,280.00 = 1,380.10 is 27.602
const ORDERS =
  `<row>${text('3515200110000000001')}<c s="1"><v>46297.5</v></c><c s="3"><v>100.10000000000001</v></c></row>` +
  `<row>${text('3515200110000000002')}<c s="2"><v>46298</v></c><c s="3"><v>1280</v></c>${text('两行\n一格')}</row>`;

it('reads numbers by their digits, and dates by their format', async () => {
  expect(await billed(sheet(HEADER + ORDERS))).toEqual(['commission 27.60']);
});

it('takes the marks of a source for those of its texts, and numbers for numbers', async () => {
  const row = (id: string, amount: string): string =>
    `<row>${text(id)}<c s="1"><v>46297.5</v></c>${amount}</row>`;
  const marks = { decimal_mark: ',', thousands_mark: '.' };
  const rows =
    row('O1', '<c><v>1234.5</v></c>') +
    row('O2', '<c><v>1.25</v></c>') +
    row('O3', text('1.234,50'));
  // 2 % of 1,234.50 + 1.25 + 1,234.50 = 2,470.25 is 49.405
  expect(await billed(sheet(HEADER + rows), marks)).toEqual(['commission 49.41']);
  // a number of 1.125, and neither 1,125.00 nor 1.12
  expect(await billed(sheet(HEADER + row('O1', '<c><v>1.125</v></c>')), marks)).toEqual([
    'money-too-precise 1 金额: 金额 is "1.125", which has more fraction digits than its currency',
  ]);
});

it.each(['orders.csv', 'orders.CSV', 'orders.xls', 'orders'])(
  'knows it by its content, named %s',
  async (name) => {
    expect(await billed(sheet(HEADER + ORDERS), {}, name)).toEqual(['commission 27.60']);
  },
);

it.each(['orders.xlsx', 'orders.xls', 'orders.txt'])(
  'knows a text by its content, named %s',
  async (name) => {
    const csv = '订单号\t付款时间\t金额\nO1\t2026-10-02 12:00:00\t100.10\n';
    // 2 % of 100.10 is 2.002
    expect(
      await billed(
        (path) => {
          writeFileSync(path, csv);
        },
        {},
        name,
      ),
    ).toEqual(['commission 2.00']);
  },
);

it('leaves out merged titles above the header where they are counted', async () => {
  const titles = `<row>${text('订单,报表&#10;"十月"')}</row><row r="2"/>`;
  const merged = { after: '<mergeCells><mergeCell ref="A1:D2"/></mergeCells>' };
  expect(
    await billed(
      sheet(
        titles + `<row r="3"></row>${HEADER}`.replace('<row r="3"></row>', '') + ORDERS,
        merged,
      ),
      { skip_lines: 2 },
    ),
  ).toEqual(['commission 27.60']);
});

it('counts records as the spreadsheet counts rows, and tells hidden ones, merged ones and sums', async () => {
  const rows =
    `<row r="2">${text('O1')}<c s="1"><v>46297.5</v></c><c><v>100</v></c></row>` +
    `<row r="5" hidden="1">${text('O2')}<c s="1"><v>46297.5</v></c><c t="e"><v>#DIV/0!</v></c></row>` +
    `<row r="6">${text('合计')}<c s="1"><v>46297.5</v></c><c><v>100</v></c></row>`;
  const found = await billed(
    sheet(HEADER + rows, { after: '<mergeCells><mergeCell ref="A5:A6"/></mergeCells>' }),
  );
  expect(found).toEqual([
    'sheet-doubtful : 1 row of the sheet cannot be seen, from row 5 on, and is read like any other',
    'sheet-doubtful : cells are merged over several rows (A5:A6): the value is in the first row, and the others are blank',
    'cell-error 4 金额: 金额 is "#DIV/0!", which a spreadsheet shows where a formula has no value',
    'row-total 5 订单号: the row holds a sum and no fact: its 订单号 is "合计"',
  ]);
});

it('refuses ids that the spreadsheet has rounded, however many digits the file has', async () => {
  const row = `<row><c><v>3515200110000000001</v></c><c s="1"><v>46297.5</v></c><c><v>100</v></c></row>`;
  expect(await billed(sheet(HEADER + row))).toEqual([
    expect.stringMatching(/^id-rounded 1 订单号: .*3\.51520011E\+18/),
  ]);
});

it('has no order whose id is an error or a formula that nobody calculated', async () => {
  const row = (id: string): string =>
    `<row>${id}<c s="1"><v>46297.5</v></c><c><v>100</v></c></row>`;
  const rows = row('<c t="e"><v>#N/A</v></c>') + row('<c><f>A1</f></c>');
  expect(await billed(sheet(HEADER + rows))).toEqual([
    'cell-error 1 订单号: 订单号 is "#N/A", which a spreadsheet shows where a formula has no value',
    'cell-error 2 订单号: 订单号 is a formula whose value the file lacks',
  ]);
});

it('refuses an amount with more digits than its currency has, whatever its format shows', async () => {
  const row = `<row>${text('O1')}<c s="1"><v>46297.5</v></c><c s="3"><v>33.333333333333336</v></c></row>`;
  expect(await billed(sheet(HEADER + row))).toEqual([
    expect.stringMatching(/^money-too-precise 1 金额: .*33\.3333333333333/),
  ]);
});

function twoSheets(path: string): void {
  const columns = ['订单号', '付款时间', '金额'].map((header) => ({ header, width: 12 }));
  const row = (id: string, amount: string) => [id, '2026-10-02 12:00', amount].map(textCell);
  writeFileSync(
    path,
    workbookBytes([
      { name: '上旬', columns, rows: [row('O1', '100.00')] },
      { name: '下旬', columns, rows: [row('O2', '50.00')] },
    ]),
  );
}

it('takes the first sheet and tells of the others, or the one that is named or counted', async () => {
  // 2 % of 100.00, and of 50.00
  expect(await billed(twoSheets)).toEqual([
    'commission 2.00',
    'sheet-doubtful : the sheet "上旬" is read, and "下旬" of the same workbook is not',
  ]);
  expect(await billed(twoSheets, { sheet: '下旬' })).toEqual(['commission 1.00']);
  expect(await billed(twoSheets, { sheet: 2 })).toEqual(['commission 1.00']);
});

it('a row far below all others is a damaged workbook, and no million blank lines', async () => {
  const cells = Array.from({ length: 200 }, () => text('x')).join('');
  const rows = `<row>${cells}</row><row r="1048576">${text('O1')}</row>`;
  expect(await billed(sheet(rows))).toEqual([
    'file-unreadable : the workbook is damaged: row 1048576 stands far below row 1',
  ]);
});

it('what a workbook is not is said with the remedy', async () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  expect(
    await billed((path) => {
      writeFileSync(path, old);
    }),
  ).toEqual(['file-unreadable : the file is a workbook of the old kind (.xls, .et)']);
  expect(
    await billed(
      (path) => {
        writeFileSync(path, '\n<table><tr><td>订单号');
      },
      {},
      'orders.xls',
    ),
  ).toEqual([
    'file-unreadable : the file is a web page and no table, as some programs save what they name .xls',
  ]);
});
