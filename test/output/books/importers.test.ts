/** What importers do with our files, written from their public code: each reads a file as its system does. */
import { describe, expect, it } from 'vitest';
import { FINANCE_SCHEMA } from '../../../src/reference/finance-settings.js';
import { salaryLine } from '../pdf/documents.js';
import {
  documentOf,
  dollarInvoice,
  exclusiveInvoice,
  filesWritten,
  inclusiveInvoice,
  reversalOf,
  rowsIn,
  sampleSettings,
  sheetsIn,
  twoRateInvoice,
} from './documents.js';

const INVOICE = exclusiveInvoice();
const REVERSAL = reversalOf(INVOICE, 'INV-202610-000002');

describe('odoo', () => {
  /** `sequence_mixin`: the monthly sequence, which is tried before the yearly and the fixed one. */
  const MONTHLY =
    /^(?<prefix1>.*?)(?<year>(?:(?<=\D)|(?<=^))(?:(?:19|20|21)\d{2}|\d{2}(?=\D)))(?<prefix2>\D*?)(?<month>0[1-9]|1[0-2])(?<prefix3>\D+?)(?<seq>\d*)(?<suffix>\D*?)$/;

  it('would read our number as one of October, and refuse it on an invoice of November', async () => {
    const [row] = rowsIn(await filesWritten(['odoo'], [INVOICE]), 'odoo.csv');
    expect(MONTHLY.exec(INVOICE.number)?.groups).toMatchObject({ year: '2026', month: '10' });
    expect(row?.['invoice_date']).toBe('2026-11-20');
    expect(row).toMatchObject({ name: '', ref: INVOICE.number, payment_reference: INVOICE.number });
  });

  it('writes a blank cell of a column as none: no payment terms change the due date', async () => {
    const [row] = rowsIn(await filesWritten(['odoo'], [INVOICE]), 'odoo.csv');
    expect(row).toMatchObject({ invoice_payment_term_id: '', invoice_date_due: '2026-12-05' });
  });

  it('splits a cell of taxes at its commas: a name has none', () => {
    const odoo = { tax_codes: { '0.06': '6%, 销项' } };
    expect(FINANCE_SCHEMA.safeParse({ odoo }).error?.issues.map(({ path }) => path)).toEqual([
      ['odoo', 'tax_codes', '0.06'],
    ]);
  });

  it('takes a row whose cells of the move are blank for one more line of it', async () => {
    const rows = rowsIn(await filesWritten(['odoo'], [INVOICE, REVERSAL]), 'odoo.csv');
    const isLine = ([column]: [string, string]): boolean => column.startsWith('invoice_line_ids/');
    const moves = rows.map((row) =>
      Object.entries(row).some((cell) => !isLine(cell) && cell[1] !== ''),
    );
    expect(moves).toEqual([true, false, true, false]);
  });
});

describe('erpnext', () => {
  type Row = Readonly<Record<string, string>>;
  interface Invoice {
    readonly parent: Row;
    readonly items: Row[];
    readonly taxes: Row[];
  }
  const part = (row: Row, table: string): Row =>
    Object.fromEntries(Object.entries(row).filter(([column]) => column.startsWith(`${table}.`)));
  const isFilled = (row: Row): boolean => Object.values(row).some((cell) => cell !== '');

  /** `importer.py`: a row without any value of the parent goes on with it; a table takes what is not all blank. */
  function imported(rows: readonly Row[]): Invoice[] {
    const invoices: Invoice[] = [];
    for (const row of rows) {
      const parent = Object.fromEntries(
        Object.entries(row).filter(([column]) => !column.includes('.')),
      );
      if (isFilled(parent)) invoices.push({ parent, items: [], taxes: [] });
      const invoice = invoices.at(-1);
      for (const table of ['items', 'taxes'] as const) {
        const child = part(row, table);
        if (isFilled(child)) invoice?.[table].push(child);
      }
    }
    return invoices;
  }

  it('makes an invoice of two items and one tax, which is taken as it is', async () => {
    const rows = rowsIn(
      await filesWritten(['erpnext'], [INVOICE, inclusiveInvoice()]),
      'erpnext.csv',
    );
    const [invoice, ...others] = imported(rows);
    expect(others).toHaveLength(1);
    expect(invoice?.parent).toMatchObject({
      po_no: INVOICE.number,
      due_date: '2026-12-05',
      set_posting_time: '1',
      is_return: '0',
    });
    expect(invoice?.items.map((item) => item['items.rate'])).toEqual(['100.08', '-0.04']);
    expect(invoice?.taxes).toEqual([
      {
        'taxes.charge_type': 'Actual',
        'taxes.account_head': '销项税额 - YD',
        'taxes.description': '销项税 Output tax 6%',
        'taxes.tax_amount': '6.00',
      },
    ]);
  });

  it('makes a return of −1 at a positive rate, with a negative tax, of the invoice that it names', async () => {
    const written = await filesWritten(['erpnext'], [REVERSAL]);
    const [note] = imported(rowsIn(written, 'erpnext-credit-notes.csv'));
    expect(note?.parent).toMatchObject({ is_return: '1', return_against: INVOICE.number });
    expect(note?.items.map((item) => [item['items.qty'], item['items.rate']])).toEqual([
      ['-1', '100.08'],
      ['-1', '-0.04'],
    ]);
    expect(note?.taxes.map((tax) => tax['taxes.tax_amount'])).toEqual(['-6.00']);
  });
});

describe('zoho', () => {
  it('finds its tax by name, kind and a percentage without a sign', async () => {
    const rows = rowsIn(await filesWritten(['zoho'], [twoRateInvoice()]), 'zoho.csv');
    expect(
      rows.map((row) => [row['Item Tax Name'], row['Item Tax Type'], row['Item Tax %']]),
    ).toEqual([
      ['销项税 6%', 'Item Amount', '6'],
      ['零税率', 'Item Amount', '0'],
    ]);
  });

  it('is told whether the price has the tax in it', async () => {
    const rows = rowsIn(await filesWritten(['zoho'], [INVOICE, inclusiveInvoice()]), 'zoho.csv');
    expect(rows.map((row) => [row['Item Price'], row['Is Inclusive Tax']])).toEqual([
      ['100.08', 'false'],
      ['-0.04', 'false'],
      ['106.00', 'true'],
    ]);
  });
});

describe('quickbooks: a DocNumber has at most 21 characters', () => {
  const numbered = (prefix: string) => inclusiveInvoice({ number: `${prefix}-202610-000001` });

  it('a prefix of 7 gives 21', async () => {
    const { problems } = await filesWritten(['quickbooks'], [numbered('YUNDUKF')]);
    expect(problems).toEqual([]);
  });

  it('a prefix of 8 gives 22, which stops the run; a preview may have it', async () => {
    const { problems } = await filesWritten(['quickbooks'], [numbered('YUNDUKFU')]);
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['finance-unsupported', 'invoice_prefix'],
    ]);
    // `PREVIEW` has 7; a preview of a fapiao, which takes 20, has 21
    expect((await filesWritten(['fapiao'], [numbered('PREVIEW')])).problems).toEqual([]);
  });
});

describe('yonyou', () => {
  const fieldsOf = async (number: string): Promise<string[]> => {
    const { files } = await filesWritten(['yonyou'], [inclusiveInvoice({ number })]);
    return (String(files.get('yonyou.txt')).split('\r\n')[1] ?? '').split(',');
  };

  it('has 48 fields; the customer is the eighteenth, where the account has no name of its own', async () => {
    const fields = await fieldsOf('INV-202610-000012');
    expect(fields).toHaveLength(48);
    expect([fields[2], fields[5], fields[17]]).toEqual(['12', '1122', '0001']);
    const { yonyou, ...rest } = sampleSettings();
    const settings = { ...rest, yonyou: { ...yonyou, receivable: '1122{customer}' } };
    const { files } = await filesWritten(['yonyou'], [INVOICE], { settings });
    const row = (String(files.get('yonyou.txt')).split('\r\n')[1] ?? '').split(',');
    expect([row[5], row[17]]).toEqual(['11220001', '']);
  });

  it.each([
    ['INV-202610-032767', '32767'],
    ['INV-202610-032768', '1'],
    ['INV-202610-1000000', '16990'],
  ])('the voucher of %s is %s: the highest number is 32767', async (number, voucher) => {
    // 1,000,000 − 30 × 32,767 = 16,990
    expect((await fieldsOf(number))[2]).toBe(voucher);
  });

  it('a summary has at most 60 characters and no delimiter', async () => {
    const merchant = { ...INVOICE.merchant, name: `a,"b"${'锦'.repeat(80)}` };
    const { files } = await filesWritten(['yonyou'], [exclusiveInvoice({ merchant })]);
    const summary = (String(files.get('yonyou.txt')).split('\r\n')[1] ?? '').split(',')[4] ?? '';
    // the number 17, a blank, the period 7, a blank, and 34 of the name
    expect(summary).toBe(`INV-202610-000001 2026-10 a，”b”${'锦'.repeat(29)}`);
    expect(Array.from(summary)).toHaveLength(60);
  });

  it('an account has at most 15 characters', () => {
    const yonyou = { accounts: { fixed_salary: '1234567890123456' } };
    expect(FINANCE_SCHEMA.safeParse({ yonyou }).success).toBe(false);
  });
});

describe('kingdee', () => {
  it('has 37 columns; codes and ids are text, amounts are numbers', async () => {
    const { kingdee, ...rest } = sampleSettings();
    const settings = {
      ...rest,
      kingdee: { ...kingdee, receivable: '1122.{customer}', customers: { M01: '0010' } },
    };
    const written = await filesWritten(['kingdee'], [dollarInvoice()], { settings });
    const [header = [], debit = []] = sheetsIn(written, 'kingdee.xlsx').get('Page1') ?? [];
    const cell = (column: string): string | undefined => debit[header.indexOf(column)];
    expect(header).toHaveLength(37);
    expect(cell('科目代码')).toBe('1122.0010');
    expect(cell('核算项目') ?? '').toBe('');
    expect(['原币金额', '借方', '贷方', '汇率'].map(cell)).toEqual([
      '=10.60',
      '=75.25',
      '=0.00',
      '=7.0988',
    ]);
    expect(['会计年度', '会计期间', '凭证号'].map(cell)).toEqual(['2026', '11', '1']);
  });

  it('names the customer of an account that all share as 客户---code---name', async () => {
    const written = await filesWritten(['kingdee'], [INVOICE]);
    const [header = [], ...rows] = sheetsIn(written, 'kingdee.xlsx').get('Page1') ?? [];
    expect(rows.map((row) => row[header.indexOf('核算项目')] ?? '')).toEqual([
      '客户---0001---云栖茶事',
      '',
      '',
      '',
    ]);
  });
});

it('xero: dates as the settings say', async () => {
  const { xero, ...rest } = sampleSettings();
  const settings = { ...rest, xero: { ...xero, date_format: 'MM/DD/YYYY' as const } };
  const [row] = rowsIn(await filesWritten(['xero'], [INVOICE], { settings }), 'xero.csv');
  expect(row).toMatchObject({ '*InvoiceDate': '11/20/2026', '*DueDate': '12/05/2026' });
});

it('a credit that is no reversal names no invoice to ERPNext', async () => {
  const credit = documentOf([salaryLine('A1', -10000n)]);
  const [row] = rowsIn(await filesWritten(['erpnext'], [credit]), 'erpnext-credit-notes.csv');
  expect(row).toMatchObject({ is_return: '1', return_against: '' });
});
