/** Exports through the whole program: which files a source reads, and what is wrong with them. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { formatAmount } from '../../../src/money/amount.js';
import type { RunResult } from '../../../src/run/run-result.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import { bill } from '../../run/run-demo.js';
import { besideFewRows } from '../../support/of-few-rows.js';
import { temporaryCopy, temporaryFolder } from '../../support/temporary-folder.js';

const SCENARIO = join(import.meta.dirname, '../../../fixtures/exports/taobao-order-report/input');
const REPORT = 'exports/ExportOrderList202611051030.csv';

/** One order of 100.00 at 2 %, from `export.csv`, in a contract without stores. */
const HEADER = '订单编号,付款时间,总金额,客服';
const ROW = 'O1,2026/10/2 8:00,100.00,小荷';
const SOURCE = {
  table: 'orders',
  files: 'export.csv',
  columns: { order_id: '订单编号', paid_at: '付款时间', amount: '总金额', agent_id: '客服' },
  constants: { merchant_id: 'M1', store_id: null, currency: 'CNY' },
  times: ['yyyy/M/d H:mm'],
};

type Files = Readonly<Record<string, string | Buffer>>;

/** The scenario without its exports, and with these files. */
function inputOf(sources: unknown, files: Files): string {
  const input = temporaryFolder();
  for (const file of ['provider.json', 'merchants.csv', 'contracts.csv', 'shifts.csv']) {
    cpSync(join(SCENARIO, file), join(input, file));
  }
  const contracts = join(input, 'contracts.csv');
  writeFileSync(contracts, readFileSync(contracts, 'utf8').replace('荷家旗舰店', ''));
  const refunds = 'refund_id,order_id,refunded_at,amount\n';
  const all = { 'refunds.csv': refunds, 'sources.json': JSON.stringify(sources), ...files };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(dirname(join(input, file)), { recursive: true });
    writeFileSync(join(input, file), content);
  }
  return input;
}

async function billed(sources: unknown, files: Files): Promise<string[]> {
  return shown(await run(inputOf(sources, files)));
}

function run(input: string): Promise<RunResult> {
  return bill(input, temporaryFolder(), { mode: 'dry-run' });
}

/** `CNY 2.00` for each document's net, then each problem. */
function shown({ documents, problems }: RunResult): string[] {
  return [
    ...documents.map(({ net, currency }) => `${currency.code} ${formatAmount(net, currency)}`),
    ...besideFewRows(problems).map((found) => {
      const { code, file, record, column } = found;
      const { message, hint } = problemSentence(found, 'en');
      return `${code} ${file} ${String(record)} ${String(column)}: ${message} → ${hint}`;
    }),
  ];
}

// 100.00 × 0.02 = 2.00.
const RIGHT = ['CNY 2.00'];

describe('an export that is read', () => {
  it.each<[string, Files, object]>([
    ['as it is', { 'export.csv': `${HEADER}\n${ROW}\n` }, {}],
    ['with a mark and CRLF', { 'export.csv': `\uFEFF${HEADER}\r\n${ROW}\r\n` }, {}],
    ['with a comma after each row', { 'export.csv': `${HEADER},\n${ROW},\n` }, {}],
    ['with a comma after each row alone', { 'export.csv': `${HEADER}\n${ROW},\n` }, {}],
    ['with a comma after the header alone', { 'export.csv': `${HEADER},\n${ROW}\n` }, {}],
    [
      'below a preamble with quotes and blank lines',
      { 'export.csv': `"店铺: 荷""家\n\nx,y,z,1,2,3\n${HEADER}\n${ROW}\n` },
      { skip_lines: 3 },
    ],
    [
      'below a preamble, by gzip',
      { 'export.csv.gz': gzipSync(`# 报表\n\n${HEADER}\n${ROW}\n`) },
      { skip_lines: 2, files: '*.csv.gz' },
    ],
    [
      'below a quote that stays open, by gzip',
      { 'export.csv.gz': gzipSync(`"店铺: 荷\n${HEADER}\n${ROW}\n`) },
      { skip_lines: 1, files: '*.csv.gz' },
    ],
    [
      'above a short total',
      { 'export.csv': `${HEADER}\n${ROW}\n合计\n` },
      { skip_where_blank: 'paid_at' },
    ],
    [
      'where the order was not paid',
      { 'export.csv': `${HEADER}\n${ROW}\nO2,\t,¥5.00,小荷\n` },
      { skip_where_blank: ['付款时间'] },
    ],
    [
      'where the amount is zero',
      { 'export.csv': `${HEADER}\n${ROW}\nO2,2026/10/2 8:00,¥0.00,小荷\n` },
      { skip_where_zero: ['amount'] },
    ],
    [
      'with the sign of its currency',
      { 'export.csv': `${HEADER}\nO1,2026/10/2 8:00,￥ 100.00,小荷\n` },
      {},
    ],
    [
      'with columns of any name',
      {
        'export.csv': `${HEADER},"a""b'); DROP TABLE orders; --",beyond_last_column,c0\n${ROW},x,y,z\n`,
      },
      {},
    ],
    [
      'with a doubled header that the mapping does not name',
      { 'export.csv': `${HEADER},备注,备注\n${ROW},x,y\n` },
      {},
    ],
    [
      'in a folder, by a glob over folders',
      { 'a/b/export.csv': `${HEADER}\n${ROW}\n` },
      { files: '**/export.csv' },
    ],
    [
      'with glob characters in its name',
      { '订单[1].csv': `${HEADER}\n${ROW}\n` },
      { files: '订单[1].csv' },
    ],
    [
      'though it has the table’s plain name',
      { 'orders.csv': `${HEADER}\n${ROW}\n` },
      { files: 'orders.csv' },
    ],
    [
      'in a folder of the table’s plain name',
      { 'orders/taobao/1.csv': `${HEADER}\n${ROW}\n` },
      { files: 'orders/taobao/*.csv' },
    ],
  ])('%s', async (_name, files, change) => {
    expect(await billed([{ ...SOURCE, ...change }], files)).toEqual(RIGHT);
  });

  it('as Parquet, whose columns may have any name', async () => {
    const input = inputOf([{ ...SOURCE, files: '*.parquet' }], {});
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT 'O1' AS "订单编号", '2026/10/2 8:00' AS "付款时间",
      100.00 AS "总金额", '小荷' AS "客服", 1 AS "c0") TO '${join(input, 'export.parquet')}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    expect(shown(await run(input))).toEqual(RIGHT);
  });

  it.each([
    // 2 % of 100.00
    ['100.00::DECIMAL(18, 2)', RIGHT],
    ['100::DOUBLE', RIGHT],
    ["'100,00'", RIGHT],
    // a number of 99.875, and not 99,875.00
    ['99.875::DECIMAL(18, 3)', [expect.stringContaining('money-too-precise') as string]],
  ])('as Parquet, where the marks of decimals are those of texts: %s', async (amount, expected) => {
    const marks = { decimal_mark: ',', thousands_mark: '.' };
    const input = inputOf([{ ...SOURCE, ...marks, files: '*.parquet' }], {});
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT 'O1' AS "订单编号", '2026/10/2 8:00' AS "付款时间",
      ${amount} AS "总金额", '小荷' AS "客服") TO '${join(input, 'export.parquet')}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    expect(shown(await run(input))).toEqual(expected);
  });

  it.each([
    // 2 % of 2 × 50.00
    ['2 * 50.000::DECIMAL(18, 3)', RIGHT],
    ['"总金额"', RIGHT],
    // 3 × 4.115 is 12.345, and not 12,345.00
    ['3 * 4.115::DECIMAL(18, 3)', [expect.stringContaining('money-too-precise') as string]],
  ])('by a query, where the marks of decimals are those of texts: %s', async (amount, expected) => {
    const source = { table: 'orders', files: 'export.csv', constants: SOURCE.constants };
    const marks = { decimal_mark: ',', thousands_mark: '.', delimiter: ';' };
    const query = `SELECT "订单编号" AS order_id, "付款时间" AS paid_at, ${amount} AS amount, "客服" AS agent_id FROM source`;
    expect(
      await billed([{ ...source, ...marks, times: SOURCE.times, query: 'orders.sql' }], {
        'export.csv': `${HEADER}\n${ROW}\n`.replaceAll(',', ';').replace('100.00', '100,00'),
        'orders.sql': query,
      }),
    ).toEqual(expected);
  });

  it('beside a plainly named file of the same table', async () => {
    // 100.00 of the export and 50.00 of orders.csv: 150.00 × 0.02 = 3.00.
    const plain = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';
    expect(
      await billed([SOURCE], {
        'export.csv': `${HEADER}\n${ROW}\n`,
        'orders.csv': `${plain}P1,M1,,2026-10-03T08:00,50.00,CNY,A\n`,
      }),
    ).toEqual(['CNY 3.00']);
  });
});

describe('an export that is not', () => {
  it.each<[string, Files, object, string[]]>([
    [
      'no file at all',
      {},
      {},
      ['source-unmatched sources.json 1 files: "export.csv" matches no file'],
    ],
    [
      'a column that the file lacks',
      { 'export.csv': `订单编号,支付时间,总金额,客服\n${ROW}\n` },
      {},
      ['column-missing export.csv null 付款时间', 'The header is line 1: 订单编号, 支付时间'],
    ],
    [
      'a column left out by that the file lacks',
      { 'export.csv': `${HEADER}\n${ROW}\n` },
      { skip_where_blank: ['付款时刻'] },
      ['column-missing export.csv null 付款时刻', 'did you mean 付款时间?'],
    ],
    [
      'a doubled header that is named',
      { 'export.csv': `${HEADER},总金额\n${ROW},90.00\n` },
      {},
      ['column-doubled export.csv null 总金额', '2 times'],
    ],
    [
      'a doubled header of no amount',
      { 'export.csv': `${HEADER},付款时间\n${ROW},2026/11/2 8:00\n` },
      {},
      ['column-doubled export.csv null 付款时间', '付款时间.1'],
    ],
    [
      'a doubled header that rows are left out by',
      { 'export.csv': `${HEADER},状态,状态\n${ROW},完成,关闭\n` },
      { skip_where: { 状态: '关闭' } },
      ['column-doubled export.csv null 状态', '状态.1'],
    ],
    [
      'a kind that is not read',
      { 'export.xlsx': 'PK\u0003\u0004' },
      { files: 'export.*' },
      ['file-unreadable export.xlsx'],
    ],
    [
      'a dollar sign before yuan',
      { 'export.csv': `${HEADER}\nO1,2026/10/2 8:00,$100.00,小荷\n` },
      {},
      ['money-malformed export.csv 1 总金额: 总金额 is "$100.00"'],
    ],
    [
      'a thousands separator',
      { 'export.csv': `${HEADER}\nO1,2026/10/2 8:00,"¥1,100",小荷\n` },
      {},
      ['money-malformed export.csv 1 总金额'],
    ],
    [
      'a time of another format',
      { 'export.csv': `${HEADER}\nO1,2026年10月2日,1.00,小荷\n` },
      {},
      ['time-malformed export.csv 1 付款时间'],
    ],
    [
      'a row that is too short, and is not left out',
      { 'export.csv': `${HEADER}\nO1,2026/10/2 8:00\n` },
      { skip_where_blank: ['paid_at'] },
      ['row-broken export.csv 1'],
    ],
    [
      'a row far too long, below a preamble',
      { 'export.csv': `# 报表\n\n${HEADER}\n${ROW}\nO2,,100.00,小荷,x,y,z\n` },
      { skip_lines: 2 },
      [' export.csv 2 '],
    ],
    [
      'a quote that is not closed, below a preamble',
      { 'export.csv': `# 报表\n\n${HEADER}\n${ROW}\nO2,"x,100.00,小荷\n` },
      { skip_lines: 2, skip_where_blank: ['paid_at'] },
      ['quoting-broken export.csv null null: the file ends inside a quoted cell'],
    ],
    [
      'a row that is too long',
      { 'export.csv': `${HEADER}\nO1,,100.00,小荷,x\n` },
      { skip_where_blank: ['paid_at'] },
      ['row-broken export.csv 1'],
    ],
  ])('%s', async (_name, files, change, expected) => {
    const found = await billed([{ ...SOURCE, ...change }], files);
    const faults = found.filter((one) => !one.startsWith('file-missing'));
    expect(faults).toHaveLength(1);
    for (const part of expected) expect(faults[0]).toContain(part);
  });

  it('with lines above its header that nobody skips', async () => {
    const files = { 'export.csv': `# 报表\n${HEADER}\n${ROW}\n` };
    const missing = (await billed([SOURCE], files)).filter((one) =>
      one.startsWith('column-missing'),
    );
    expect(missing).toHaveLength(4);
    for (const one of missing) expect(one).toContain('The header is line 1: # 报表');
  });

  it('packed by Zstandard, with a quote above its header', async () => {
    // "店铺: 荷 above the header and the row, packed by zstd 1.5.
    const packed =
      'KLUv/QRowQIAIuW6l+mTujog6I23CuiuouWNlee8luWPtyzku5jmrL7ml7bpl7Qs5oC76YeR6aKdLOWuouacjQpPMSwyMDI2LzEwLzIgODowMCwxMDAuMDAs5bCP6I23Cv2i0Dw=';
    const files = { 'export.csv.zst': Buffer.from(packed, 'base64') };
    const found = await billed([{ ...SOURCE, files: '*.zst', skip_lines: 1 }], files);
    expect(found.join()).toContain('quoting-broken export.csv.zst');
    expect(found.join()).toContain('pack it by gzip');
  });

  it('read by two sources into one table', async () => {
    const found = await billed([SOURCE, { ...SOURCE, files: '*port.csv' }], {
      'export.csv': `${HEADER}\n${ROW}\n`,
    });
    expect(found.join()).toContain('source-doubled export.csv');
    expect(found.join()).toContain('sources 1 and 2');
  });

  it('a link that leads out of the folder', async () => {
    const input = inputOf([{ ...SOURCE, files: 'linked/*.csv' }], {});
    symlinkSync(join(SCENARIO, 'exports'), join(input, 'linked'));
    expect(shown(await run(input)).join()).toContain('source-unmatched sources.json 1 files');
  });
});

it('a file that nothing reads is named, a folder of them once', async () => {
  const found = await billed([SOURCE], {
    'export.csv': `${HEADER}\n${ROW}\n`,
    'merchant.csv': '',
    'old/a.csv': '',
    'old/deep/b.csv': '',
    '.hidden': '',
  });
  expect(found[0]).toBe('CNY 2.00');
  expect(found.slice(1).map((one) => one.split(':')[0])).toEqual([
    'file-unknown merchant.csv null null',
    'file-unknown old/ null null',
  ]);
  expect(found[1]).toContain('did you mean merchants.csv?');
});

it('what Office writes beside a workbook that somebody has open is no file of the input', async () => {
  const row = ['P1', 'M1', '', '2026-10-03T08:00', '50.00', 'CNY', 'A'].join(',');
  const plain = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';
  const owner = `\u0005clerk${'\0'.repeat(160)}`;
  // 2 % of 100.00 of the export and 50.00 of the folder of orders
  expect(
    await billed([{ ...SOURCE, files: 'exports/*' }], {
      'exports/export.csv': `${HEADER}\n${ROW}\n`,
      'exports/~$export.csv': owner,
      'orders/a.csv': `${plain}${row}\n`,
      'orders/~$a.csv': owner,
      '~$reference.xlsx': owner,
    }),
  ).toEqual(['CNY 3.00']);
});

it('an export changes nothing by the order of its columns', async () => {
  const input = temporaryCopy(SCENARIO);
  const text = new TextDecoder('gb18030').decode(readFileSync(join(input, REPORT)));
  const [first, second, third, ...table] = text.trimEnd().split('\r\n');
  const turned = table.map((line) =>
    line
      .split(/,(?=(?:[^"]|"[^"]*")*$)/)
      .reverse()
      .join(','),
  );
  writeFileSync(join(input, REPORT), [first, second, third, ...turned].join('\n'));
  // 3,580.50 × 0.02 = 71.61, as the scenario's README computes.
  const [net, ...problems] = shown(await run(input));
  expect(net).toBe('CNY 71.61');
  expect(problems.filter((one) => !one.startsWith('status-unfiltered'))).toEqual([]);
});

it('of a log of calls it asks which rows count, and of tickets it does not', async () => {
  const calls = {
    table: 'consultations',
    files: 'calls.csv',
    columns: { date: 'when' },
    constants: { merchant_id: 'M1', store_id: null, role: 'pre_sales' },
    count_rows: true,
  };
  const asked = async (header: string, source: object = calls): Promise<string[]> => {
    const files = { 'orders.csv': `${HEADER}\n`, 'calls.csv': `${header}\n2026-10-02,x,y\n` };
    const found = await billed([{ ...SOURCE, files: 'orders.csv' }, source], files);
    return found.flatMap((one) => /^status-unfiltered \S+ \S+ (\S+?):/.exec(one)?.[1] ?? []);
  };
  expect(await asked('when,disposition,Call ID')).toEqual(['disposition']);
  expect(await asked('when,Status,Call ID')).toEqual(['Status']);
  expect(await asked('when,Status,Subject')).toEqual([]);
  const answered = { ...calls, keep_where: { disposition: 'x' } };
  expect(await asked('when,disposition,Call ID', answered)).toEqual([]);
});

it('an order that a preset calls paid and that has no time of it is no order left out', async () => {
  const preset = {
    ...{ preset: 'shopify-orders', files: 'export.csv' },
    ...{ merchant_id: 'M1', store_id: '荷家旗舰店', agent_id: '小荷' },
  };
  const header = 'Name,Financial Status,Paid at,Created at,Currency,Total';
  const created = '2026-10-02 08:00:00 +0800';
  const csv = `${header}\n#1,paid,,${created},CNY,100.00\n#1,,,${created},,\n#2,pending,,${created},CNY,9.00\n`;
  const asked = await billed([preset], { 'export.csv': csv });
  expect(asked.filter((one) => one.startsWith('cell-blank export.csv 1 Paid at'))).toHaveLength(1);
  const dated = { ...preset, columns: { paid_at: 'Created at' } };
  // 100.00 × 0.02 = 2.00
  expect((await billed([dated], { 'export.csv': csv }))[0]).toBe('CNY 2.00');
});
