/** A first mapping from the head of an export: what is not known is left blank, since a blank is asked about and a wrong name is billed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessSources, type ProposedSource } from '../../../src/facts/sources/guess-sources.js';
import { headOfText, readExportHead } from '../../../src/facts/sources/read-export-head.js';
import { decodeText } from '../../../src/reference/decode-text.js';

const EXPORTS = join(import.meta.dirname, '../../../fixtures/exports');

/** What feeds each column, by table. */
function feedsOf(text: string): Record<string, Record<string, string>> {
  const { sources } = guessSources('x.csv', headOfText(text));
  return Object.fromEntries(sources.map(({ table, feeds }) => [table, Object.fromEntries(feeds)]));
}

function entriesOf(text: string, name = 'x.csv'): ProposedSource['entry'][] {
  return guessSources(name, headOfText(text)).sources.map(({ entry }) => entry);
}

it('names the presets whose headers it knows, and asks for what they lack', async () => {
  const path = join(EXPORTS, 'taobao-order-report/input/exports/ExportOrderList202611051030.csv');
  const head = await readExportHead(path, path);
  if ('code' in head) throw new Error(head.code);
  const shared = { files: 'exports/ExportOrderList*.csv', skip_lines: 3 };
  const { sources, unused } = guessSources('exports/ExportOrderList202611051030.csv', head);
  expect(sources.map(({ entry }) => entry)).toEqual([
    { ...shared, preset: 'taobao-orders', merchant_id: '', store_id: '' },
    { ...shared, preset: 'taobao-order-refunds' },
  ]);
  expect(unused).toContain('买家实际支付金额');
  expect(unused).not.toContain('总金额');
});

describe('every column that it finds is the one that the scenario maps', () => {
  const cases = readdirSync(EXPORTS).flatMap((scenario) => {
    const input = join(EXPORTS, scenario, 'input');
    return readdirSync(join(input, 'exports')).map((file) => [scenario, file] as const);
  });
  it.each(cases)('%s: %s', (scenario, file) => {
    const input = join(EXPORTS, scenario, 'input');
    const text = decodeText(file, readFileSync(join(input, 'exports', file)));
    if (typeof text !== 'string') throw new Error(text.code);
    const written = JSON.parse(readFileSync(join(input, 'sources.json'), 'utf8')) as {
      table: string;
      columns: Record<string, string>;
    }[];
    const { sources } = guessSources(file, headOfText(text));
    expect(sources.length).toBeGreaterThan(0);
    for (const { table, feeds, preset } of sources) {
      const right = written.filter((source) => source.table === table);
      const named = right.map(({ columns }) => columns);
      // what is an order's amount, a preset says for itself
      const isSaid = (column: string): boolean => column === 'amount' && preset !== null;
      const known = feeds.filter(
        ([column, from]) =>
          from !== '' && !isSaid(column) && named.some((columns) => column in columns),
      );
      expect(named).toContainEqual(expect.objectContaining(Object.fromEntries(known)));
    }
  });
});

const BLANK = '';

describe('leaves blank what it does not know', () => {
  it.each([
    [
      'no discount is an amount',
      'Name,Financial Status,Paid at,Currency,Discount Amount\n#1,paid,,CAD,0\n',
      'orders',
      { amount: BLANK },
    ],
    [
      'no person is an order',
      'Date,Time,Name,Type,Currency,Amount\n10/01/2026,11:24,Ann Lee,Payment,USD,10.00\n',
      'orders',
      { order_id: BLANK, amount: 'Amount' },
    ],
    [
      'no card is one',
      'id,Created,Amount,Currency,Card Name\nch_1,2026-10-01,10.00,usd,Ann Lee\n',
      'orders',
      { order_id: BLANK },
    ],
    [
      'no warehouse is one',
      'Warehouse Name,Store Name,PO Number,Wholesale Price\nW1,Wayfair,CS1,131\n',
      'orders',
      { order_id: 'PO Number', store_id: BLANK, amount: BLANK },
    ],
    [
      'what may be net of refunds is no amount',
      '订单编号,付款时间,买家实际支付金额,实付金额\n1,2026-10-01 10:00:00,5,5\n',
      'orders',
      { amount: BLANK },
    ],
    [
      'and stands back where the gross one is there',
      '订单编号,付款时间,实付金额,订单金额\n1,2026-10-01 10:00:00,5,6\n',
      'orders',
      { amount: '订单金额' },
    ],
    [
      'a subsidy is no store',
      'Mã đơn hàng,Được Shopee trợ giá,Tổng giá trị đơn hàng (VND)\n1,0,5\n',
      'orders',
      { store_id: BLANK, amount: BLANK },
    ],
    [
      'a way to pay is no time',
      'Order ID,Payment Type,Order Total\n1,online_cc,60\n',
      'orders',
      { paid_at: BLANK },
    ],
    [
      'of calls nobody knows which are consultations',
      'Date,Incoming Calls,Answered Calls\n2026-10-01,217,204\n',
      'consultations',
      { date: 'Date', consultations: BLANK },
    ],
    [
      'punches have no end',
      '原始记录表 统计日期,,,\n姓名,UserId,考勤日期,打卡时间\n小荷,1001,26-10-12 星期一,2026-10-12 08:16\n',
      'shifts',
      { agent_id: '姓名', starts_at: BLANK, ends_at: BLANK },
    ],
  ])('%s', (_, text, table, expected) => {
    const feeds = feedsOf(text);
    expect(Object.keys(feeds)).toContain(table);
    expect(feeds[table]).toMatchObject(expected);
  });

  it('but takes the order of a refund from the preset beside it', () => {
    const text =
      'Name,Financial Status,Paid at,Currency,Discount Amount,Refunded Amount\n#1,paid,2026-10-01 10:00:00 +0800,CAD,0,1\n';
    expect(feedsOf(text)).toMatchObject({
      orders: { order_id: 'Name', paid_at: 'Paid at', amount: BLANK },
      refunds: { order_id: 'Name', amount: 'Refunded Amount' },
    });
  });

  it('and takes no table where nothing says which', () => {
    expect(guessSources('x.csv', headOfText('编码,时刻\n1,2\n'))).toEqual({
      sources: [],
      unused: ['编码', '时刻'],
    });
  });

  it('lists every header that it does not use', () => {
    const { unused } = guessSources(
      'x.csv',
      headOfText('Order ID,Paid at,Total,Gift note\n1,2026-10-01 10:00,5,x\n'),
    );
    expect(unused).toEqual(['Gift note']);
  });
});

it('a header may go over two rows', () => {
  const text =
    '每日统计表,,,,\n姓名,UserId,日期,班次,上班1,,下班1,\n,,,,打卡时间,打卡结果,打卡时间,打卡结果\n小荷,1001,26-10-12 星期一,A,08:16,正常,17:31,正常\n';
  expect(entriesOf(text)).toEqual([
    {
      preset: 'dingtalk-daily',
      files: 'x.csv',
      skip_lines: 2,
      merchant_id: '',
      store_id: '',
      role: '',
    },
  ]);
});

it('a unit or a zone in brackets is no part of a name', () => {
  expect(feedsOf('订单编号,订单付款时间（北京时间）,总金额（元）\n')['orders']).toMatchObject({
    paid_at: '订单付款时间（北京时间）',
    amount: '总金额（元）',
  });
});

it('says how the file is separated', () => {
  const text = 'id;Created date (UTC);Amount;Currency\nch_1;2026-10-01 10:00:00;10.00;usd\n';
  expect(entriesOf(text)[0]).toMatchObject({ preset: 'stripe-payments', delimiter: ';' });
});

it('proposes what the cells of a closed list stand for', () => {
  const text =
    '工号,班次,上班时间,下班时间,考勤结果\n1,早班,2026-10-01 09:00,2026-10-01 17:00,出勤\n2,早班,2026-10-01 09:00,2026-10-01 17:00,请假\n3,早班,2026-10-01 09:00,2026-10-01 17:00,外勤\n';
  expect(entriesOf(text)[0]).toMatchObject({
    table: 'shifts',
    columns: { agent_id: '工号', shift: '班次', status: '考勤结果' },
    values: { status: { 出勤: 'worked', 请假: 'leave', 外勤: '' } },
  });
});

it('a day before its month is for a person to say', () => {
  expect(entriesOf('Order ID,Paid at,Total\n1,3/4/2026 8:00,5\n')[0]).toMatchObject({
    times: [''],
  });
});

it.each(['', '\n\n', '"', 'a"b\n', ',,,\n', '订单编号'])('text %j is no crash', (text) => {
  expect(guessSources('x.csv', headOfText(text)).sources.length).toBeLessThan(2);
});

it('of a log of calls or tickets each row is one', () => {
  const log = 'calldate,src,dst,disposition\n2026-10-01 09:12:03,1,2,ANSWERED\n';
  expect(entriesOf(log)[0]).toMatchObject({
    table: 'consultations',
    columns: { date: 'calldate' },
    count_rows: true,
    times: ['yyyy-M-d H:mm:ss'],
  });
  // 24 rows of hours are numbers of calls, and no calls
  const hours = 'Call Time,Calls taken\n2026-10-01 09:00,17\n2026-10-01 10:00,21\n';
  expect(entriesOf(hours)[0]).toMatchObject({ columns: { date: 'Call Time', consultations: '' } });
});

it('a refund that no header dates counts with its order, in the zone that the preset knows', () => {
  const header = 'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Fee';
  const text = `${header}\nch_1,2026-10-01 10:00:00,10.00,1.00,usd,true,Paid,1.46\n`;
  expect(entriesOf(text)).toMatchObject([
    { preset: 'stripe-payments' },
    {
      table: 'refunds',
      columns: { order_id: 'id', refunded_at: 'Created date (UTC)', amount: 'Amount Refunded' },
      time_zone: 'UTC',
    },
  ]);
});

it('an export with many columns of an account’s own is recognised by what it has of the known ones', () => {
  const own = Array.from({ length: 100 }, (_, at) => `field ${at} (metadata)`).join(',');
  const known =
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Fee,Description';
  const more =
    'Converted Amount,Converted Currency,Seller Message,Card ID,Customer ID,Customer Email';
  expect(entriesOf(`${known},${more},${own}\n`)[0]).toMatchObject({ preset: 'stripe-payments' });
});

it('a day above 12 says which of two numbers is the day', () => {
  const times = (cells: string): unknown =>
    entriesOf(`Order ID,Paid at,Total\n${cells}`)[0]?.['times'];
  expect(times('1,3/4/2026 8:00,5\n2,31/3/2026 8:00,5\n')).toEqual(['d/M/yyyy H:mm']);
  expect(times('1,3/4/2026,5\n2,3/31/2026,5\n')).toEqual(['M/d/yyyy']);
  // both are above 12 somewhere
  expect(times('1,31/3/2026,5\n2,3/31/2026,5\n')).toEqual(['']);
});

it('what a preset’s formats do not read is asked too, as of an export that was saved again', () => {
  const header = 'Name,Financial Status,Paid at,Total,Currency,Refunded Amount';
  const saved = `${header}\n#1,paid,31/12/2025 22:36,5,CAD,0\n#2,paid,1/12/2025 2:36,5,CAD,0\n`;
  expect(entriesOf(saved)[0]).toMatchObject({
    preset: 'shopify-orders',
    times: ['yyyy-MM-dd HH:mm:ss ZZZ', 'd/M/yyyy H:mm'],
  });
  const asItWas = `${header}\n#1,paid,2025-12-31 22:36:00 -0500,5,CAD,0\n`;
  expect(entriesOf(asItWas)[0]).not.toHaveProperty('times');
});
