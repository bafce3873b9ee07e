/** Reference tables in workbooks: read like those in CSV, and told by where they are kept. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textCell, type CellValue } from '../../src/output/workbooks/cell-value.js';
import { workbookBytes } from '../../src/output/workbooks/write-workbook.js';
import type { NewSheet } from '../../src/output/workbooks/worksheet-xml.js';
import { readReference, type ReferenceRead } from '../../src/reference/read-reference.js';
import { atPlaces, placesOf } from '../../src/reference/table-places.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { MAIN, workbookParts, writeZip } from '../support/workbook-parts.js';

const PROVIDER = JSON.stringify({
  name: 'Qinghe',
  tax_id: '9133',
  address: 'Wensan Road',
  bank_name: 'Bank',
  bank_account: '6222',
});
const MERCHANTS = ['merchant_id,name', 'M1,Lotus Home'];
const CONTRACTS = [
  'contract_id,merchant_id,plan,starts_on,currency,rate,tax_rate,tax_included,payment_terms',
  'C1,M1,fixed_salary,2026-10-01,CNY,5200,0.06,FALSE,net 30',
];

/** A sheet of texts, written as the lines of a CSV. */
function sheet(name: string, lines: readonly string[]): NewSheet {
  const cells = (line: string): CellValue[] => line.split(',').map(textCell);
  const [header = '', ...rows] = lines;
  const columns = header.split(',').map((title) => ({ header: title, width: 12 }));
  return { name, columns, rows: rows.map(cells) };
}

/** The same workbook, in which nobody sees these sheets. */
function hiding(bytes: Uint8Array, ...names: readonly string[]): Uint8Array {
  const parts = unzipSync(bytes);
  const main = strFromU8(parts['xl/workbook.xml'] ?? fail());
  const hidden = names.reduce(
    (xml, name) => xml.replace(`name="${name}"`, `name="${name}" state="hidden"`),
    main,
  );
  return zipSync({ ...parts, 'xl/workbook.xml': strToU8(hidden) });
}

type Files = Readonly<Record<string, string | Uint8Array>>;

function folderOf(files: Files): string {
  const folder = temporaryFolder();
  const all = { 'provider.json': PROVIDER, ...files };
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
  return folder;
}

/** The problems as people are told them. */
function told({ problems, reads }: ReferenceRead): string[] {
  return atPlaces(problems, placesOf(Object.values(reads))).map((found) => {
    const { file, record, column, code } = found;
    const place = [file, record, column].filter((part) => part !== null).join(' ');
    return `${code} ${place}: ${problemSentence(found, 'en').message}`;
  });
}

const csv = (lines: readonly string[]): string => lines.join('\n');

describe('one workbook for all tables', () => {
  it('has a sheet for each, by its English or Chinese name', async () => {
    const bytes = workbookBytes([
      sheet(' Merchants ', MERCHANTS),
      sheet('合同', CONTRACTS),
      sheet('KPI_scores', ['period,contract_id,agent_id,score', '2026-10-01,C1,A1,0.9']),
    ]);
    const read = await readReference(folderOf({ 'reference.xlsx': bytes }));
    expect(told(read)).toEqual([]);
    expect(read.tables?.contracts.map(({ contractId }) => contractId)).toEqual(['C1']);
    // a spreadsheet makes the first of the month of a typed 2026-10
    expect(read.tables?.scores.map(({ period }) => period)).toEqual(['2026-10']);
    // the workbook is one file, with the rows of its three tables
    expect(read.files.map(({ file, rows }) => [file, rows])).toEqual([
      ['provider.json', 1],
      ['reference.xlsx', 3],
    ]);
  });

  it('is named with its sheet, and the row that the spreadsheet shows below its header', async () => {
    const rows = [...CONTRACTS, '', 'C2,M1,fixed_salary,2026-10-32,CNY,5200,0.06,false,net 30'];
    const bytes = workbookBytes([sheet('商家', MERCHANTS), sheet('合同', rows)]);
    expect(told(await readReference(folderOf({ 'Reference.XLSX': bytes })))).toEqual([
      // row 4 of the sheet: row 3 is blank
      'date-malformed Reference.XLSX: 合同 3 starts_on: starts_on is "2026-10-32", not a date that exists',
    ]);
  });

  it('warns of sheets with something in them that no table is called like', async () => {
    const bytes = workbookBytes([
      sheet('商家', MERCHANTS),
      sheet('contract', CONTRACTS),
      { name: 'Sheet3', columns: [], rows: [] },
    ]);
    const read = await readReference(
      folderOf({ 'reference.xlsx': bytes, 'contracts.csv': csv(CONTRACTS) }),
    );
    expect(told(read)).toEqual([
      'sheet-unknown reference.xlsx: the sheet "contract" is named after no table, and nothing reads it',
    ]);
    expect(problemSentence(read.problems[0] ?? fail(), 'en').hint).toMatch(
      /^did you mean contracts\?/,
    );
  });

  it('warns of a hidden sheet that is called like a table, and of no other that is hidden', async () => {
    const adjustments = [
      'adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by',
      'A1,2026-10,M1,,CNY,-5.00,late,Li',
    ];
    const bytes = workbookBytes([
      sheet('商家', MERCHANTS),
      sheet('合同', CONTRACTS),
      sheet('调整', adjustments),
      sheet('lists', ['plan', 'fixed_salary']),
    ]);
    const read = await readReference(
      folderOf({ 'reference.xlsx': hiding(bytes, '调整', 'lists') }),
    );
    expect(told(read)).toEqual([
      'sheet-doubtful reference.xlsx: the sheet "调整" is named after a table and hidden, and nothing reads it',
    ]);
    expect(read.tables?.adjustments).toEqual([]);
  });

  it('that cannot be read says so once', async () => {
    const read = await readReference(
      folderOf({ 'reference.xlsx': 'PK\u0003\u0004 and nothing else' }),
    );
    expect(read.problems.map(({ code, file }) => [code, file])).toEqual([
      ['file-unreadable', 'reference.xlsx'],
    ]);
  });

  it('beside a file of the same table is one too many', async () => {
    const bytes = workbookBytes([sheet('merchants', MERCHANTS), sheet('contracts', CONTRACTS)]);
    const read = await readReference(
      folderOf({ 'reference.xlsx': bytes, 'contracts.csv': csv(CONTRACTS) }),
    );
    expect(told(read)).toEqual([
      'table-doubled contracts.csv, reference.xlsx: contracts: the table contracts is there 2 times',
    ]);
  });
});

describe('a workbook of one table', () => {
  const others = { 'merchants.csv': csv(MERCHANTS) };

  it('is read from the sheet of its name, and others with rows are told', async () => {
    const bytes = workbookBytes([
      sheet('notes', ['to do', 'ask Li']),
      sheet('contracts', CONTRACTS),
    ]);
    const read = await readReference(folderOf({ ...others, 'contracts.xlsx': bytes }));
    expect(told(read)).toEqual([
      'sheet-doubtful contracts.xlsx: the sheet "contracts" is read, and "notes" of the same workbook is not',
    ]);
    expect(read.tables?.contracts).toHaveLength(1);
  });

  it('is read from a sheet that can be seen, be it that a hidden one has its name', async () => {
    const bytes = workbookBytes([sheet('contracts', CONTRACTS), sheet('2026', CONTRACTS)]);
    const files = { ...others, 'contracts.xlsx': hiding(bytes, 'contracts') };
    expect(told(await readReference(folderOf(files)))).toEqual([
      'sheet-doubtful contracts.xlsx: the sheet "contracts" is named after a table and hidden, and nothing reads it',
    ]);
  });

  it('is known by its content, and so is a text', async () => {
    const bytes = workbookBytes([sheet('Sheet1', CONTRACTS)]);
    const read = await readReference(
      folderOf({ 'merchants.xlsx': csv(MERCHANTS), 'contracts.csv': bytes }),
    );
    expect(told(read)).toEqual([]);
    expect(read.tables?.contracts).toHaveLength(1);
  });

  it('of another kind is refused with the remedy', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const files = { 'merchants.xlsx': '<html><table>', 'contracts.xlsx': old };
    const read = await readReference(folderOf(files));
    expect(read.problems.map((found) => problemSentence(found, 'en'))).toEqual([
      {
        message: 'the file is a web page and no table, as some programs save what they name .xls',
        hint: 'open it in a spreadsheet program, and save it as .xlsx or .csv',
      },
      {
        message: 'the file is a workbook of the old kind (.xls, .et)',
        hint: 'open it in a spreadsheet program, and save it as .xlsx',
      },
    ]);
  });

  /** Event days whose cells are typed, as a spreadsheet keeps them: 46296 is 2026-10-01. */
  async function eventDays(rows: string, extra = ''): Promise<ReferenceRead> {
    const header = ['merchant_id', 'date', 'event', 'agents']
      .map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`)
      .join('');
    const parts = workbookParts('', {
      'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    });
    parts['xl/worksheets/sheet1.xml'] =
      `<worksheet ${MAIN}><cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1">${header}</row>${rows}</sheetData>${extra}</worksheet>`;
    const folder = folderOf({ ...others, 'contracts.csv': csv(CONTRACTS) });
    writeZip(join(folder, 'event-days.xlsx'), parts);
    return readReference(folder);
  }
  const text = (shown: string): string => `<c t="inlineStr"><is><t>${shown}</t></is></c>`;
  const day = (serial: number): string => `<c s="1"><v>${serial}</v></c>`;

  it('has dates by their format and numbers by their digits; what is hidden or merged is told', async () => {
    const read = await eventDays(
      `<row r="2">${text('M1')}${day(46296)}${text('live')}<c><v>3</v></c></row><row r="3" hidden="1">${text('M1')}${day(46297)}${text('live')}</row><row r="4"><c r="B4" s="1"><v>46298</v></c></row>`,
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/></mergeCells>',
    );
    expect(read.tables?.eventDays.map(({ date, agents }) => [date, agents])).toEqual([
      ['2026-10-01', 3n],
      ['2026-10-02', 1n],
    ]);
    expect(told(read)).toEqual([
      'sheet-doubtful event-days.xlsx: 1 row of the sheet cannot be seen, from row 3 on, and is read like any other',
      'sheet-doubtful event-days.xlsx: columns C of the sheet cannot be seen, and are read like any other',
      'sheet-doubtful event-days.xlsx: cells are merged over several rows (A3:A4): the value is in the first row, and the others are blank',
      'cell-blank event-days.xlsx 3 merchant_id: merchant_id is blank',
      'cell-blank event-days.xlsx 3 event: event is blank',
    ]);
  });

  it('has no cell that a formula failed to fill', async () => {
    const read = await eventDays(
      `<row r="2">${text('M1')}${day(46296)}<c t="e"><f>A9</f><v>#N/A</v></c><c><f>1+1</f></c></row>`,
    );
    expect(told(read).slice(1)).toEqual([
      'cell-error event-days.xlsx 1 event: event is "#N/A", which a spreadsheet shows where a formula has no value',
      'cell-error event-days.xlsx 1 agents: agents is a formula whose value the file lacks',
    ]);
  });

  it('has no id that a spreadsheet has rounded', async () => {
    const read = await eventDays(
      `<row r="2"><c><v>3515200110000000123</v></c>${day(46296)}${text('live')}</row>`,
    );
    expect(told(read).slice(1)).toEqual([
      expect.stringMatching(/^id-rounded event-days.xlsx 1 merchant_id: .*3.51520011E\+18/),
    ]);
  });
});

function fail(): never {
  throw new Error('there is a problem');
}
