/** What is wrong with a sources.json, said where it is and what to do. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/facts/sources/read-sources.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const folder = temporaryFolder();

const ORDERS = {
  table: 'orders',
  files: 'orders-*.csv',
  columns: { order_id: '订单编号', store_id: '店铺名称', paid_at: '付款时间', amount: '总金额' },
  constants: { merchant_id: 'M1', currency: 'CNY' },
};

function read(content: unknown): ReturnType<typeof readSources> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, 'sources.json'), text);
  return readSources(folder);
}

async function faults(source: unknown): Promise<string[]> {
  const { problems } = await read([source]);
  return problems.map((found) => {
    const { code, record, column } = found;
    const { message, hint } = problemSentence(found, 'en');
    return `${code} ${String(record)} ${String(column)}: ${message} → ${hint}`;
  });
}

it('a whole source, with what it leaves out by default', async () => {
  const { sources, problems, read: file } = await read([{ ...ORDERS, times: 'yyyy/M/d H:mm' }]);
  expect(problems).toEqual([]);
  expect(file).toMatchObject({ file: 'sources.json', rows: 1 });
  expect(sources).toMatchObject([
    {
      position: 1,
      table: 'orders',
      reading: { linesAboveHeader: 0 },
      skipWhereBlank: [],
      idPrefixes: {},
    },
  ]);
  expect(sources?.[0]?.times.map(({ format }) => format)).toEqual(['yyyy/M/d H:mm']);
});

it('keys and braces inside texts are no keys', async () => {
  const columns = { ...ORDERS.columns, order_id: '{"order_id": "订单编号' };
  const { problems } = await read([{ ...ORDERS, columns }, ORDERS]);
  expect(problems).toEqual([]);
});

it('a missing file is an empty list', async () => {
  const { sources, problems } = await readSources(join(folder, 'nothing'));
  expect({ sources, problems }).toEqual({ sources: [], problems: [] });
});

describe('what is no list of sources', () => {
  it.each([
    ['[\n  { "table": "orders",, }\n]', 'line 2, column 23'],
    ['[ { "table": "orders" }', 'line 1, column 24'],
    ['', 'line 1, column 1'],
    ['{}', 'no list of sources'],
    ['[1]', 'no JSON object'],
    [
      '[{ "a": { "b": "}{\\"" },\n "c": 1, "a": 2 }]',
      'the key "a" occurs again at line 2, column 10',
    ],
  ])('%j: %s', async (text, expected) => {
    const { sources, problems } = await read(text);
    expect(sources).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['source-malformed']);
    expect(problems.map((found) => problemSentence(found, 'en').message)).toEqual([
      expect.stringContaining(expected),
    ]);
  });
});

describe('what is wrong with a source', () => {
  it.each<[string, object, string]>([
    ['a misspelt key', { skip_line: 3 }, 'did you mean skip_lines?'],
    ['an unknown table', { table: 'order' }, 'table: Invalid option'],
    [
      'a blank to fill in',
      { constants: { merchant_id: '', currency: 'CNY' } },
      'fill in what every row has as merchant_id',
    ],
    [
      'a blank column to fill in',
      { columns: { ...ORDERS.columns, amount: ' ' } },
      'fill in the header of the export that holds amount',
    ],
    [
      'a misspelt column',
      { columns: { ...ORDERS.columns, paid_on: '付款时间' } },
      'did you mean paid_at?',
    ],
    [
      'a column that nothing feeds',
      { constants: { merchant_id: 'M1' } },
      'nothing feeds currency of orders',
    ],
    [
      'a column fed twice',
      { constants: { ...ORDERS.constants, amount: '1' } },
      'amount is fed by a column and by a constant',
    ],
    [
      'a currency that is none',
      { constants: { merchant_id: 'M1', currency: 'RMB' } },
      'currency is "RMB"',
    ],
    [
      'null in a column that is never blank',
      { constants: { merchant_id: null, currency: 'CNY' } },
      'merchant_id is null',
    ],
    ['a token that is none', { times: ['yyyy/M/d H:mm', 'yyyy-W'] }, '"yyyy-W": the token W'],
    [
      'formats that conflict',
      { times: ['M/d/yyyy H:mm', 'd/M/yyyy H:mm'] },
      'may read one cell as two times',
    ],
    ['a prefix of what is no id', { id_prefixes: { amount: 'A' } }, 'amount is no id'],
    ['a way out of the folder', { files: '../other/*.csv' }, 'leads out of the input folder'],
    ['an absolute path', { files: '/etc/*.csv' }, 'leads out of the input folder'],
    ['a negative number of lines', { skip_lines: -1 }, 'skip_lines: '],
    ['half a line', { skip_lines: 0.5 }, 'skip_lines: '],
    ['a list that is none', { skip_where_blank: 3 }, 'neither a text nor a list of texts'],
  ])('%s', async (_name, change, expected) => {
    const found = await faults({ ...ORDERS, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^source-malformed 1 /);
    expect(found[0]).toContain(expected);
  });

  it('all of it at once', async () => {
    const { problems } = await read([ORDERS, { table: 'refunds', files: '', columns: {} }, 7]);
    expect(problems.map(({ record }) => record)).toEqual([2, 3]);
  });
});
