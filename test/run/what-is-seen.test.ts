/** Problems name the row that a spreadsheet shows, wherever a table is kept and whatever lies between its rows. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { rowOf } from '../../src/words/seen.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { workbookParts, writeZip } from '../support/workbook-parts.js';
import { bill } from './run-demo.js';

const BASE = join(import.meta.dirname, '../../fixtures/problems/base');

type Write = (path: string) => void;

const content =
  (bytes: string | Uint8Array): Write =>
  (path) => {
    writeFileSync(path, bytes);
  };

/** The rows that are shown for the errors of a month in which these files stand. */
async function rowsShown(
  files: Readonly<Record<string, Write>>,
  without: readonly string[] = [],
): Promise<string[]> {
  const input = temporaryCopy(BASE);
  for (const name of without) rmSync(join(input, name));
  for (const [name, write] of Object.entries(files)) {
    mkdirSync(dirname(join(input, name)), { recursive: true });
    write(join(input, name));
  }
  const { problems, seen } = await bill(input, temporaryFolder(), { mode: 'check' });
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ code, file, record }) =>
        `${code} ${String(record === null ? null : rowOf(file, record, seen))}`,
    );
}

const HEADER = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';
const order = (id: string, amount: string, store = 'S1'): string =>
  `${id},M1,${store},2026-10-02T10:00,${amount},CNY,A\n`;
// 1 header, 2 O1, 3 and 4 blank, 5 O2 of two lines, 6 O3
const ORDERS = `${HEADER}${order('O1', '100.00')}\n\n${order('O2', '100.00', '"S\n\n1"')}${order('O3', '1.x')}`;

it.each<[string, string | Uint8Array]>([
  ['UTF-8', ORDERS],
  ['CRLF', ORDERS.replaceAll('\n', '\r\n')],
  ['GB18030', iconv.encode(ORDERS.replace(/A\n/g, '甲\n'), 'gb18030')],
  ['UTF-16', iconv.encode(ORDERS, 'utf-16le', { addBOM: true })],
  ['blank lines at the end', `${ORDERS}\n\n\n`],
  ['quoted cells', ORDERS.replace(/(?<=^|,)O\d/gm, '"$&"')],
])('orders.csv, %s', async (_, text) => {
  expect(await rowsShown({ 'orders.csv': content(text) })).toEqual(['money-malformed 6']);
});

it('orders.csv with blank lines above its header', async () => {
  expect(await rowsShown({ 'orders.csv': content(`\n\n${ORDERS}`) })).toEqual([
    'money-malformed 8',
  ]);
});

it('orders.csv.gz, as it is when it is unpacked', async () => {
  const orders = { 'orders.csv.gz': content(gzipSync(ORDERS)) };
  expect(await rowsShown(orders, ['orders.csv'])).toEqual(['money-malformed 6']);
});

it('an export, below its title and a blank line', async () => {
  const source = {
    ...{ table: 'orders', files: 'exports/*', skip_lines: 1 },
    columns: { order_id: 'order_id', paid_at: 'paid_at', amount: 'amount' },
    constants: { merchant_id: 'M1', store_id: null, currency: 'CNY', agent_id: 'A' },
  };
  const files = {
    'sources.json': content(JSON.stringify([source])),
    'exports/a.csv': content(`Orders\n\n${ORDERS}`),
  };
  expect(await rowsShown(files, ['orders.csv'])).toEqual(['money-malformed 8']);
});

it('merchants.csv, with blank lines above its header and between its rows', async () => {
  // 3 header, 4 M1, 5 blank, 6 M2 of two lines, 7 a blank id
  const text = '\n\nmerchant_id,name\nM1,Lotus\n\nM2,"Maple\n\nKids"\n"",Pine\n\n';
  expect(await rowsShown({ 'merchants.csv': content(text) })).toEqual(['cell-blank 7']);
});

const cellsOf = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const workbook =
  (rows: Readonly<Record<number, readonly string[]>>): Write =>
  (path) => {
    const xml = Object.entries(rows).map(([row, cells]) => cellsOf(Number(row), cells));
    writeZip(path, workbookParts(xml.join('')));
  };
const cells = (line: string): string[] => line.trim().split(',');

it('orders.xlsx, with blank rows above its header and between its rows', async () => {
  const write = workbook({
    3: cells(HEADER),
    4: cells(order('O1', '100.00')),
    8: cells(order('O2', '1.x')),
  });
  expect(await rowsShown({ 'orders.xlsx': write }, ['orders.csv'])).toEqual(['money-malformed 8']);
});

it('merchants.xlsx, with blank rows above its header and between its rows', async () => {
  const write = workbook({ 2: ['merchant_id', 'name'], 3: ['M1', 'Lotus'], 7: ['M\n2', 'Maple'] });
  expect(await rowsShown({ 'merchants.xlsx': write }, ['merchants.csv'])).toEqual([
    'id-malformed 7',
  ]);
});
