/** A first mapping from the head of an export. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/reference/decode-text.js';
import { guessSources } from '../../../src/facts/sources/guess-sources.js';

const EXPORTS = join(import.meta.dirname, '../../../fixtures/exports');

it('a Taobao order report feeds orders and refunds', () => {
  const bytes = readFileSync(
    join(EXPORTS, 'taobao-order-report/input/exports/ExportOrderList202611051030.csv'),
  );
  const text = decodeText('', bytes);
  if (typeof text !== 'string') throw new Error(text.code);
  const shared = {
    files: 'exports/ExportOrderList*.csv',
    times: ['yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss'],
    skip_lines: 3,
  };
  expect(guessSources('exports/ExportOrderList202611051030.csv', text)).toEqual([
    {
      ...shared,
      table: 'orders',
      columns: {
        order_id: '订单编号',
        store_id: '店铺名称',
        paid_at: '订单付款时间',
        amount: '总金额',
      },
      constants: { merchant_id: '', currency: 'CNY' },
      skip_where_blank: ['paid_at'],
    },
    {
      ...shared,
      table: 'refunds',
      columns: {
        refund_id: '订单编号',
        order_id: '订单编号',
        refunded_at: '订单付款时间',
        amount: '退款金额',
      },
      id_prefixes: { refund_id: 'R-' },
      skip_where_blank: ['refunded_at'],
      skip_where_zero: ['amount'],
    },
  ]);
});

describe('every column that it guesses is the one that the scenario maps', () => {
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
    const guesses = guessSources(file, text);
    expect(guesses.length).toBeGreaterThan(0);
    for (const { table, columns } of guesses) {
      const right = written.filter((source) => source.table === table);
      expect(right.map((source) => source.columns)).toContainEqual(
        expect.objectContaining(columns),
      );
    }
  });
});

it('what it cannot guess is left blank', () => {
  expect(guessSources('x.csv', '编码,时刻\n1,2\n')).toEqual([
    {
      table: 'orders',
      files: 'x.csv',
      columns: { order_id: '', paid_at: '', amount: '' },
      constants: { merchant_id: '', store_id: '', currency: 'CNY' },
      skip_where_blank: ['paid_at'],
    },
  ]);
});

it('a day before its month is for a person to say', () => {
  const [source] = guessSources('x.csv', 'Order ID,Paid at,Total\n1,3/4/2026 8:00,5\n');
  expect(source?.times).toEqual(['']);
});

it('a near name is taken, a distant one is not', () => {
  const [source] = guessSources('x.csv', '订单编号,订单付款时间（北京时间）,总金额,店铺\n');
  expect(source?.columns['paid_at']).toBe('订单付款时间（北京时间）');
});

it.each(['', '\n\n', '"', 'a"b\n', ',,,\n', '订单编号'])('text %j is no crash', (text) => {
  expect(guessSources('x.csv', text).length).toBeGreaterThan(0);
});
