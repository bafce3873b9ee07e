/** The mapping that the input reference shows, on the exports that it shows. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { formatAmount } from '../../src/money/amount.js';
import { numberCell, textCell, type CellValue } from '../../src/output/workbooks/cell-value.js';
import { workbookBytes } from '../../src/output/workbooks/write-workbook.js';
import type { NewSheet } from '../../src/output/workbooks/worksheet-xml.js';
import { bill } from '../run/run-demo.js';
import { besideFewRows } from '../support/of-few-rows.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '../..');

/** The blocks of the page from a heading on. */
function blocksFrom(heading: string): string[] {
  const text = readFileSync(join(ROOT, 'docs/inputs.md'), 'utf8');
  const section = text.slice(text.indexOf(`${heading}\n`));
  return [...section.matchAll(/```\w*\n([^`]*)```/g)].map(([, block]) => block ?? '');
}

/** A month without exports, whose contract is of 2 % of sales. */
function monthWithoutExports(): string {
  const input = temporaryFolder();
  const scenario = join(ROOT, 'fixtures/exports/taobao-order-report/input');
  for (const file of ['provider.json', 'merchants.csv', 'contracts.csv', 'shifts.csv']) {
    cpSync(join(scenario, file), join(input, file));
  }
  mkdirSync(join(input, 'exports'));
  return input;
}

it('docs/inputs.md shows a mapping that bills its own example', async () => {
  const [report = '', agents = '', mapping = ''] = blocksFrom('## Exports as they are');
  const [input, output] = [monthWithoutExports(), temporaryFolder()];
  const file = join(input, 'exports/ExportOrderList202611051030.csv');
  writeFileSync(file, iconv.encode(report, 'gb18030'));
  writeFileSync(join(input, 'exports/客服绩效明细202610.csv'), agents);
  writeFileSync(join(input, 'sources.json'), mapping);

  const { documents, problems } = await bill(input, output);

  expect(besideFewRows(problems)).toEqual([]);
  // One order of 1,280.00 has an agent: × 0.02 = 25.60.
  expect(documents.map(({ net, currency }) => formatAmount(net, currency))).toEqual(['25.60']);
});

it('docs/inputs.md shows presets that bill their own example', async () => {
  const [exported = '', sources = ''] = blocksFrom('### A preset');
  const input = monthWithoutExports();
  writeFileSync(join(input, 'exports/orders_export_1.csv'), exported);
  writeFileSync(join(input, 'sources.json'), sources);

  const { documents, problems } = await bill(input, temporaryFolder());

  expect(besideFewRows(problems)).toEqual([]);
  // (100.00 + 80.00 − 30.00) × 0.02 = 3.00
  expect(documents.map(({ net, currency }) => formatAmount(net, currency))).toEqual(['3.00']);
});

it('docs/inputs.md shows queries that bill their own example', async () => {
  const [exported = '', sources = '', orders = '', refunds = ''] = blocksFrom('### A query');
  const input = monthWithoutExports();
  mkdirSync(join(input, 'sources'));
  writeFileSync(join(input, 'exports/settlement-202610.csv'), exported);
  writeFileSync(join(input, 'sources.json'), sources);
  writeFileSync(join(input, 'sources/settlement-orders.sql'), orders);
  writeFileSync(join(input, 'sources/settlement-refunds.sql'), refunds);

  const { documents, problems } = await bill(input, temporaryFolder());

  expect(besideFewRows(problems)).toEqual([]);
  // (60.00 + 40.00 − 40.00) × 0.02 = 1.20
  expect(documents.map(({ net, currency }) => formatAmount(net, currency))).toEqual(['1.20']);
});

/** The tables of the page, each below the name of its workbook and its sheet. */
function sheetsOf(section: string): Map<string, NewSheet[]> {
  const files = new Map<string, NewSheet[]>();
  for (const [, file = '', name = '', table = ''] of section.matchAll(
    /\*\*`([^`]+)`, sheet `([^`]+)`\*\*\n\n((?:\|.*\n)+)/g,
  )) {
    const [header = [], , ...rows] = table
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const columns = header.map((title) => ({ header: title, width: 12 }));
    const sheet = { name, columns, rows: rows.map((row) => row.map(typed)) };
    files.set(file, [...(files.get(file) ?? []), sheet]);
  }
  return files;
}

/** As somebody types it into a spreadsheet. */
function typed(cell: string): CellValue {
  return /^\d{1,15}(\.\d+)?$/.test(cell) ? numberCell(cell) : textCell(cell);
}

it('docs/inputs.md shows a month in workbooks that bills', async () => {
  const text = readFileSync(join(ROOT, 'docs/inputs.md'), 'utf8');
  const section = text.slice(text.indexOf('## A month in workbooks'), text.indexOf('## Plans and'));
  const [input, output] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(input, 'exports'));
  const provider = join(ROOT, 'fixtures/exports/taobao-order-report/input/provider.json');
  cpSync(provider, join(input, 'provider.json'));
  const workbooks = sheetsOf(section);
  expect(workbooks.size).toBe(4);
  for (const [file, sheets] of workbooks) writeFileSync(join(input, file), workbookBytes(sheets));
  const [, mapping = ''] = /```json\n([^`]*)```/.exec(section) ?? [];
  writeFileSync(join(input, 'sources.json'), mapping);

  const { documents, problems } = await bill(input, output);

  expect(besideFewRows(problems)).toEqual([]);
  // 1,500 / 26 = 57.69 and 2 % of (1,280.00 − 80.00) = 24.00
  expect(documents.map(({ net, currency }) => formatAmount(net, currency))).toEqual(['81.69']);
});
