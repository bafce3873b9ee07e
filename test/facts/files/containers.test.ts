/** The same month through every encoding, line end and container gives the same documents. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { beforeAll, expect, it } from 'vitest';
import { numberCell, textCell, type CellValue } from '../../../src/output/workbooks/cell-value.js';
import { workbookBytes } from '../../../src/output/workbooks/write-workbook.js';
import { bill, DEMO } from '../../run/run-demo.js';
import { temporaryCopy, temporaryFolder } from '../../support/temporary-folder.js';

const FACTS = ['shifts', 'consultations', 'orders', 'refunds', 'attributions'];
let expected: string[] = [];

/** The demo, with each fact file changed. */
async function changedDemo(
  change: (input: string, table: string) => void | Promise<void>,
): Promise<string[]> {
  const [input, output] = [temporaryCopy(DEMO), temporaryFolder()];
  for (const table of FACTS) await change(input, table);
  const { documents, problems } = await bill(input, output, { mode: 'dry-run' });
  expect(problems).toEqual([]);
  return documents.map(({ number, moneyHash }) => `${number} ${moneyHash}`);
}

function rewrite(input: string, table: string, edit: (text: string) => string | Buffer): void {
  const file = join(input, `${table}.csv`);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

async function copyBy(
  input: string,
  table: string,
  ending: string,
  options: string,
): Promise<void> {
  const file = join(input, `${table}.csv`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (FROM read_csv('${file}', all_varchar = true)) TO '${join(input, table)}${ending}' (${options})`,
  );
  connection.closeSync();
  instance.closeSync();
  rmSync(file);
}

beforeAll(async () => {
  expected = await changedDemo(() => undefined);
  expect(expected).toHaveLength(19);
});

const LINES = /\n/g;

it.each<[string, (text: string) => string | Buffer]>([
  ['a byte-order mark', (text) => `\uFEFF${text}`],
  ['CRLF', (text) => text.replace(LINES, '\r\n')],
  ['mixed line ends', (text) => text.replace(/\n(?=.*\n.*\n)/, '\r\n')],
  ['no newline at the end', (text) => text.trimEnd()],
  ['blank lines', (text) => `${text.replace('\n', '\n\n')}\n\n`],
  ['quoted cells', (text) => text.replace(/[^,\n]+/g, '"$&"')],
  ['blanks around cells', (text) => text.replace(/,/g, ' , ')],
])('%s', async (_name, edit) => {
  expect(
    await changedDemo((input, table) => {
      rewrite(input, table, edit);
    }),
  ).toEqual(expected);
});

it('GB18030', async () => {
  const documents = await changedDemo((input, table) => {
    // A store with a Chinese name, so that the bytes are no UTF-8.
    rewrite(input, table, (text) => text.replaceAll('tmall-', '天猫-'));
    rewrite(input, table, (text) => iconv.encode(text, 'gb18030'));
    rewriteReference(input);
  });
  expect(documents).toEqual(expected);
});

function rewriteReference(input: string): void {
  for (const table of ['contracts', 'event-days']) {
    rewrite(input, table, (text) => text.replaceAll('tmall-', '天猫-'));
  }
}

it('workbooks, whose ids are texts and whose amounts are numbers', async () => {
  const documents = await changedDemo((input, table) => {
    const file = join(input, `${table}.csv`);
    const [header = [], ...rows] = parse(readFileSync(file, 'utf8'));
    const columns = header.map((name) => ({ header: name, width: 12 }));
    const cells = rows.map((row) => row.map((cell, at) => cellOf(header[at] ?? '', cell)));
    writeFileSync(
      join(input, `${table}.xlsx`),
      workbookBytes([{ name: table, columns, rows: cells }]),
    );
    rmSync(file);
  });
  expect(documents).toEqual(expected);
});

function cellOf(column: string, cell: string): CellValue {
  return ['amount', 'consultations'].includes(column) ? numberCell(cell) : textCell(cell);
}

it('gzip', async () => {
  const documents = await changedDemo((input, table) => {
    const file = join(input, `${table}.csv`);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
    rmSync(file);
  });
  expect(documents).toEqual(expected);
});

it('zstd', async () => {
  const csv = 'FORMAT csv, COMPRESSION zstd';
  expect(await changedDemo((input, table) => copyBy(input, table, '.csv.zst', csv))).toEqual(
    expected,
  );
});

it('Parquet', async () => {
  const parquet = 'FORMAT parquet';
  expect(await changedDemo((input, table) => copyBy(input, table, '.parquet', parquet))).toEqual(
    expected,
  );
});

it('a folder of parts, whose columns stand in any order', async () => {
  const documents = await changedDemo((input, table) => {
    const file = join(input, `${table}.csv`);
    const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    mkdirSync(join(input, table));
    const reversed = (line: string): string => line.split(',').reverse().join(',');
    const half = Math.floor(rows.length / 2);
    writeFileSync(join(input, table, 'b [2].csv'), [header, ...rows.slice(0, half)].join('\n'));
    const rest = [header, ...rows.slice(half)].map(reversed);
    writeFileSync(join(input, table, "a'1.csv"), rest.join('\n'));
    rmSync(file);
  });
  expect(documents).toEqual(expected);
});
