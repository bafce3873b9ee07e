/** What is found inside packed files: quotes that stay open, GB18030, NUL bytes, cut archives. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { formatAmount } from '../../../src/money/amount.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import { bill } from '../../run/run-demo.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const BASE = join(import.meta.dirname, '../../../fixtures/problems/base');
const HEADER = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';
const ROW = 'O1,M1,S1,2026-10-02T10:00,100.00,CNY,A\n';
// 1 of 26 days of 1,500.00 is 57.69; 2 % of 100.00 − 20.00 is 1.60.
const RIGHT = ['CNY 59.29'];

/** Bills the base with its orders packed as `orders.csv.gz` or `orders.csv.zst`: documents' nets, or errors. */
async function billed(ending: string, orders: Uint8Array): Promise<string[]> {
  const folder = temporaryFolder();
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  mkdirSync(output);
  cpSync(BASE, input, { recursive: true });
  rmSync(join(input, 'orders.csv'));
  writeFileSync(join(input, `orders.csv.${ending}`), orders);
  const { documents, problems } = await bill(input, output);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return [
    ...documents.map(({ net, currency }) => `${currency.code} ${formatAmount(net, currency)}`),
    ...errors.map((found) => `${found.code} ${found.file}: ${problemSentence(found, 'en').hint}`),
  ];
}

/** A text packed by Zstandard, which Node 20 cannot do: each line is a cell without a delimiter in it. */
async function zstd(text: string): Promise<Uint8Array> {
  const folder = temporaryFolder();
  const path = join(folder, 'packed.csv.zst');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => `('${line.replaceAll("'", "''")}')`);
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${lines.join(', ')})) TO '${path}'
      (FORMAT csv, COMPRESSION zstd, HEADER false, DELIMITER '\u0001', QUOTE '', ESCAPE '')`,
  );
  connection.closeSync();
  instance.closeSync();
  return readFileSync(path);
}

it.each([
  ['as it is', `${HEADER}${ROW}`],
  ['with quotes', `${HEADER}"O1",M1,"S1",2026-10-02T10:00,100.00,CNY,"A"\n`],
  ['with a line end in quotes', `${HEADER}O1,M1,S1,2026-10-02T10:00,100.00,CNY,"A\nB"\n`],
])('reads gzip and zstd %s', async (_, text) => {
  expect(await billed('gz', gzipSync(text))).toEqual(RIGHT);
  expect(await billed('zst', await zstd(text))).toEqual(RIGHT);
});

it.each([
  ['in its last row', `${HEADER}${ROW}O2,M1,S1,2026-10-02T10:00,9.00,CNY,"A\n`],
  [
    'above other rows',
    `${HEADER}O1,M1,S1,2026-10-02T10:00,100.00,CNY,"A\n${ROW.replace('O1', 'O2')}`,
  ],
])('finds a quote that stays open %s', async (_, text) => {
  const hint = 'look for a cell that begins with a quote and does not end with one';
  expect(await billed('gz', gzipSync(text))).toEqual([`quoting-broken orders.csv.gz: ${hint}`]);
  expect(await billed('zst', await zstd(text))).toEqual([`quoting-broken orders.csv.zst: ${hint}`]);
});

it('finds a NUL byte', async () => {
  const hint = 'export the file again as text';
  const text = `${HEADER}${ROW.replace('A\n', 'A\0\n')}`;
  expect(await billed('gz', gzipSync(text))).toEqual([`nul-byte orders.csv.gz: ${hint}`]);
});

it('reads GB18030 inside gzip, with any line ends', async () => {
  const text = `${HEADER}${ROW.replace(',A\n', ',小荷\n')}`;
  expect(await billed('gz', gzipSync(iconv.encode(text, 'gb18030')))).toEqual(RIGHT);
  const mixed = text.replace('\n', '\r\n');
  expect(await billed('gz', gzipSync(mixed))).toEqual(RIGHT);
});

it('does not take UTF-8 with a stray byte for GB18030, be it far below the first Chinese', async () => {
  const chinese = ROW.replace(',A\n', ',小荷\n');
  const rows = Array.from({ length: 40_000 }, (_, at) => ROW.replace('O1', `S${at}`)).join('');
  const stray = Buffer.from('O2,M1,S1,2026-10-02T10:00,9.00,CNY,Ren\xe9e\n', 'latin1');
  const hint = 'encoding-unknown orders.csv.gz: save the file as UTF-8';
  for (const above of [HEADER + chinese, HEADER + chinese + rows]) {
    expect(await billed('gz', gzipSync(Buffer.concat([Buffer.from(above), stray])))).toEqual([
      hint,
    ]);
  }
});

it('says what to do about GB18030 inside zstd', async () => {
  // The row above with 小荷 for its agent, in GB18030, packed by zstd 1.5.
  const packed = Buffer.from(
    'KLUv/QRoFQMAwkUVHKCrA+tRr/pHgtyy7fw/y1tsz+oQPxc3wdLfhisAdlnZl6N4ppCpzyRSlZZBajC0bNfkalwRgJt95SB3U+4RUhG0j8u8ZyXuKE4RruOaob+HaX4dBQMANyWDJd4HBQzfj5s5',
    'base64',
  );
  expect(await billed('zst', packed)).toEqual([
    'encoding-unknown orders.csv.zst: save it as UTF-8; or pack it by gzip, as .csv.gz, where GB18030 is read too',
  ]);
});

it('finds an archive that was cut off', async () => {
  const packed = gzipSync(`${HEADER}${ROW}`);
  const cut = await billed('gz', packed.subarray(0, packed.length - 12));
  expect(cut).toEqual(['file-unreadable orders.csv.gz: check the file and its permissions']);
});

it('reads a text that is named like an archive, and is none', async () => {
  expect(await billed('gz', Buffer.from(`${HEADER}${ROW}`))).toEqual(RIGHT);
});
