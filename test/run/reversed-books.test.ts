/**
 * What a batch books is taken back as it was booked, whatever the settings have become since.
 *
 * The first batch bills M1 500.00 USD and 6 % tax, 530.00, at 7.10: receivable 3,763.00, revenue 3,550.00, tax
 * 213.00. A second agent's shift then doubles the salary, so that the second batch reverses it and bills
 * 1,060.00.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeFinance, type BooksRequest, type BooksResult } from '../../src/run/write-finance.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { cellsInFile } from '../support/workbook-cells.js';
import { bill } from './run-demo.js';

const DOLLARS = join(import.meta.dirname, '../../fixtures/finance/dollars');

type Change = (edit: (file: string, from: string, to: string) => void) => void;

const RATE_CORRECTED: Change = (edit) => {
  edit('exchange-rates.csv', '7.10', '7.20');
};
const RENAMED: Change = (edit) => {
  edit('finance.json', '"M1": "0001"', '"M1": "0077"');
  edit('finance.json', '6001.01', '6001.09');
};

interface Books {
  readonly input: string;
  readonly output: string;
}

async function billedTwice(change: Change): Promise<Books> {
  const [input, output] = [temporaryCopy(DOLLARS), temporaryFolder()];
  const publish = async (): Promise<void> => {
    const { status, problems } = await bill(input, output, { finance: ['kingdee', 'yonyou'] });
    expect([status, problems.filter(({ severity }) => severity === 'error')]).toEqual([
      'published',
      [],
    ]);
  };
  await publish();
  appendFileSync(
    join(input, 'shifts.csv'),
    'S2,M1,S1,B,pre_sales,x,2026-10-02T09:00,2026-10-02T17:00,worked\n',
  );
  change((file, from, to) => {
    const text = readFileSync(join(input, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(input, file), text.replace(from, to));
  });
  await publish();
  return { input, output };
}

/** Document, account, customer, debit, credit, dollars, rate. */
function yonyouRows(folder: string): (string | undefined)[][] {
  const rows = readFileSync(join(folder, 'yonyou.txt'), 'utf8').split('\r\n').slice(1, -1);
  return rows
    .map((row) => row.split(','))
    .map((row) => [row[4]?.slice(0, 17), ...[5, 17, 6, 7, 9, 10].map((at) => row[at])]);
}

/** Document, account, in dollars, debit, credit, rate. */
function kingdeeRows(folder: string): (string | undefined)[][] {
  const [header = [], ...rows] =
    cellsInFile(readFileSync(join(folder, 'kingdee.xlsx'))).get('Page1') ?? [];
  const columns = ['参考信息', '科目代码', '原币金额', '借方', '贷方', '汇率'];
  return rows.map((row) => columns.map((column) => row[header.indexOf(column)]));
}

const REVERSAL = 'INV-202610-000002';
const RENEWED = 'INV-202610-000003';

describe('the rate is corrected to 7.20', () => {
  let books: Books;
  beforeAll(async () => {
    books = await billedTwice(RATE_CORRECTED);
  });

  it('the reversal is at 7.10, the new invoice at 7.20', () => {
    // 1,060.00 × 7.20 = 7,632.00; 1,000.00 and 60.00 are 7,200.00 and 432.00
    expect(yonyouRows(join(books.output, '2026-10/batch-002/finance'))).toEqual([
      [REVERSAL, '1122', '0001', '-3763.00', '0', '-530.00', '7.1'],
      [REVERSAL, '600101', '', '0', '-3550.00', '-500.00', '7.1'],
      [REVERSAL, '22210105', '', '0', '-213.00', '-30.00', '7.1'],
      [RENEWED, '1122', '0001', '7632.00', '0', '1060.00', '7.2'],
      [RENEWED, '600101', '', '0', '7200.00', '1000.00', '7.2'],
      [RENEWED, '22210105', '', '0', '432.00', '60.00', '7.2'],
    ]);
  });

  it('and the first batch and its reversal come to nothing, account by account', () => {
    const rows = [1, 2].flatMap((batch) =>
      yonyouRows(join(books.output, `2026-10/batch-00${batch}/finance`)),
    );
    const left = new Map<string, number>();
    for (const [document, account = '', , debit, credit] of rows) {
      if (document === RENEWED) continue;
      left.set(account, (left.get(account) ?? 0) + Number(debit) - Number(credit));
    }
    expect([...left.values()]).toEqual([0, 0, 0]);
  });
});

describe('the account and the customer have other codes', () => {
  let books: Books;
  beforeAll(async () => {
    books = await billedTwice(RENAMED);
  });

  it('the reversal goes to 1122.0001 and 6001.01, the new invoice to 1122.0077 and 6001.09', () => {
    expect(kingdeeRows(join(books.output, '2026-10/batch-002/finance'))).toEqual([
      [REVERSAL, '1122.0001', '=-530.00', '=-3763.00', '=0.00', '=7.1'],
      [REVERSAL, '6001.01', '=-500.00', '=0.00', '=-3550.00', '=7.1'],
      [REVERSAL, '2221.01.05', '=-30.00', '=0.00', '=-213.00', '=7.1'],
      [RENEWED, '1122.0077', '=1060.00', '=7526.00', '=0.00', '=7.1'],
      [RENEWED, '6001.09', '=1000.00', '=0.00', '=7100.00', '=7.1'],
      [RENEWED, '2221.01.05', '=60.00', '=0.00', '=426.00', '=7.1'],
    ]);
  });
});

describe('the files of a published batch are written', () => {
  let books: Books;
  beforeAll(async () => {
    books = await billedTwice(RENAMED);
  });
  const write = (changes: Partial<BooksRequest> = {}): Promise<BooksResult> =>
    writeFinance({
      ...books,
      period: '2026-10',
      sequence: 1,
      into: null,
      profiles: ['kingdee', 'yonyou'],
      ...changes,
    });

  it.each([1, 2])('as they were published, batch %i', async (sequence) => {
    const into = join(temporaryFolder(), 'books');
    const result = await write({ sequence, into });
    expect([result.status, result.problems]).toEqual(['written', []]);
    const published = join(books.output, `2026-10/batch-00${sequence}/finance`);
    for (const file of ['yonyou.txt', 'kingdee.xlsx', 'booked.jsonl'])
      expect(readFileSync(join(into, file)).equals(readFileSync(join(published, file)))).toBe(true);
  });

  it('beside the batches, and never over what is there', async () => {
    const place = join(books.output, 'finance/2026-10-batch-001');
    expect(await write()).toMatchObject({ status: 'written', folder: place });
    writeFileSync(join(place, 'yonyou.txt'), 'corrected by hand');
    expect(await write()).toMatchObject({ status: 'taken', folder: place });
    expect(readFileSync(join(place, 'yonyou.txt'), 'utf8')).toBe('corrected by hand');
  });

  it('whole or not at all: a missing code writes nothing', async () => {
    const into = join(temporaryFolder(), 'books');
    const result = await write({ profiles: ['yonyou', 'xero'], into });
    expect(result.status).toBe('refused');
    expect(result.problems.map(({ column }) => column)).toEqual([
      'xero.accounts.fixed_salary',
      'xero.tax_codes.0.06',
    ]);
    expect(() => readFileSync(into)).toThrow('ENOENT');
  });

  it('for no batch that there is not, and for no system that nobody asks for', async () => {
    expect((await write({ sequence: 9 })).status).toBe('no-batch');
    expect((await write({ period: '2026-09' })).status).toBe('no-batch');
    expect((await write({ profiles: null })).status).toBe('no-profile');
  });

  it('from a ledger that is whole', async () => {
    const output = temporaryCopy(books.output);
    appendFileSync(join(output, '2026-10/batch-001/documents.jsonl'), '{}\n');
    expect(await write({ output })).toMatchObject({ status: 'refused' });
  });
});
