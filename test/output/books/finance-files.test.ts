import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import type { FinanceProfileName } from '../../../src/reference/finance-profiles.js';
import { salaryLine } from '../pdf/documents.js';
import {
  documentOf,
  dollarInvoice,
  exclusiveInvoice,
  filesOf,
  filesWritten,
  inclusiveInvoice,
  reversalOf,
  rowsIn,
  sampleSettings,
} from './documents.js';

const numbered = (count: number, make: (changes: Partial<Document>) => Document): Document[] =>
  Array.from({ length: count }, (_, at) =>
    make({ number: `INV-202610-${String(at + 1).padStart(6, '0')}` }),
  );

describe('one import takes so many documents', () => {
  it('501 for Xero are 500 and 1, also where they come in slices', async () => {
    const documents = numbered(501, inclusiveInvoice);
    const files = filesOf(['xero']);
    const first = await files.add(documents.slice(0, 300));
    const second = await files.add(documents.slice(300));
    const rows = [first, second].flatMap(({ pieces }) =>
      pieces.filter(({ file }) => file.endsWith('.csv')).map((one) => [one.file, one.rows]),
    );
    expect(rows).toEqual([
      ['finance/xero-tax-inclusive.csv', 300],
      ['finance/xero-tax-inclusive.csv', 200],
      ['finance/xero-tax-inclusive-002.csv', 1],
    ]);
  });

  it('101 for QuickBooks are 100 and 1', async () => {
    const { pieces } = await filesOf(['quickbooks']).add(numbered(101, inclusiveInvoice));
    expect(pieces.map(({ file, rows }) => [file, rows])).toEqual([
      ['finance/quickbooks.csv', 100],
      ['finance/booked.jsonl', 101],
      ['finance/quickbooks-002.csv', 1],
    ]);
  });

  it('a workbook of the tax bureau is whole after 1,000, and the next one after the last', async () => {
    const files = filesOf(['fapiao']);
    const added = await files.add(numbered(1001, inclusiveInvoice));
    const whole = [...added.files, ...files.finish().files];
    // a row of each sheet for each document
    expect(whole.map(({ file, rows }) => [file, rows])).toEqual([
      ['finance/fapiao.xlsx', 2000],
      ['finance/fapiao-002.xlsx', 2],
    ]);
  });
});

it('a formula in a name or code is text', async () => {
  const settings = { ...sampleSettings(), customers: { M01: '=HYPERLINK("x")' } };
  const [row] = rowsIn(
    await filesWritten(['odoo'], [exclusiveInvoice()], { settings }),
    'odoo.csv',
  );
  expect(row?.['partner_id']).toBe(`'=HYPERLINK("x")`);
});

describe('a kind of line has a code of its own, or that of its plan', () => {
  const { xero, ...rest } = sampleSettings();
  const accounts = { fixed_salary: '200', salary: '209' };
  const settings = { ...rest, xero: { ...xero, accounts } };
  const accountsOf = async (document: Document): Promise<(string | undefined)[]> => {
    const rows = rowsIn(await filesWritten(['xero'], [document], { settings }), 'xero.csv');
    return rows.map((row) => row['*AccountCode']);
  };

  it('the kind goes first', async () => {
    const salary = salaryLine('A1', 10000n);
    const discount = { ...salary, kind: 'discount' as const, amount: -1000n };
    expect(await accountsOf(documentOf([salary, discount]))).toEqual(['209', '200']);
  });
});

describe('a missing code is one problem, which names the key to add', () => {
  const missing = async (profile: FinanceProfileName, document: Document): Promise<string[]> => {
    const files = filesOf([profile], { settings: {} });
    const { problems } = await files.add([document, document]);
    expect((await files.add([document])).problems).toEqual([]);
    for (const { severity, merchantId } of problems)
      expect([severity, merchantId]).toEqual(['error', null]);
    return problems.map(({ column }) => column ?? '').sort();
  };

  it.each([
    [
      'xero',
      [
        'customers.M01',
        'xero.accounts.event_hosting',
        'xero.accounts.fixed_salary',
        'xero.tax_codes.0.06',
      ],
    ],
    [
      'quickbooks',
      [
        'customers.M01',
        'quickbooks.items.event_hosting',
        'quickbooks.items.fixed_salary',
        'quickbooks.tax_codes.0.06',
      ],
    ],
    [
      'erpnext',
      [
        'customers.M01',
        'erpnext.accounts.event_hosting',
        'erpnext.accounts.fixed_salary',
        'erpnext.items.event_hosting',
        'erpnext.items.fixed_salary',
        'erpnext.output_tax.0.06',
      ],
    ],
    [
      'zoho',
      [
        'customers.M01',
        'zoho.accounts.event_hosting',
        'zoho.accounts.fixed_salary',
        'zoho.items.event_hosting',
        'zoho.items.fixed_salary',
        'zoho.tax_codes.0.06',
      ],
    ],
    [
      'kingdee',
      [
        'customers.M01',
        'kingdee.accounts.event_hosting',
        'kingdee.accounts.fixed_salary',
        'kingdee.output_tax.0.06',
        'kingdee.receivable',
      ],
    ],
    [
      'fapiao',
      [
        'fapiao.items.event_hosting',
        'fapiao.items.fixed_salary',
        'fapiao.service_codes.event_hosting',
        'fapiao.service_codes.fixed_salary',
      ],
    ],
    [
      'ubl',
      [
        'ubl.buyers.M01.country',
        'ubl.buyers.M01.endpoint_id',
        'ubl.buyers.M01.endpoint_scheme',
        'ubl.seller.country',
        'ubl.seller.endpoint_id',
        'ubl.seller.endpoint_scheme',
        'ubl.seller.vat_id',
        'ubl.tax_categories.0.06',
      ],
    ],
  ] as const)('%s', async (profile, expected) => {
    expect(await missing(profile, exclusiveInvoice())).toEqual(expected);
  });

  it('an included tax of Odoo has a code of its own', async () => {
    expect(await missing('odoo', inclusiveInvoice())).toContain('odoo.tax_codes_included.0.06');
  });

  it('a rate of a period without one', async () => {
    const { problems } = await filesOf(['yonyou']).add([dollarInvoice({ period: '2026-11' })]);
    expect(problems.map((found) => [found.code, problemSentence(found, 'en').hint])).toEqual([
      [
        'exchange-rate-missing',
        'add the row 2026-11,USD,CNY with its rate; a run publishes nothing without it',
      ],
    ]);
  });
});

describe('a reversal', () => {
  const dollars = dollarInvoice();
  const reversal = {
    ...reversalOf(dollars, 'INV-202610-000002'),
    currency: dollars.currency,
  };
  const kept = {
    'yonyou.customers.M01': '0009',
    'yonyou.receivable': '1131',
    'yonyou.accounts.fixed_salary.salary': '5101',
    'yonyou.output_tax.0.06': '2171',
    'yonyou.currency': 'CNY',
    'yonyou.rate.USD.CNY': '7',
  };

  it('takes the rate, the accounts and the customer of what it reverses', async () => {
    const { files, problems } = await filesWritten(['yonyou'], [reversal], {
      bookedCodes: () => Promise.resolve(kept),
    });
    const rows = String(files.get('yonyou.txt')).split('\r\n').slice(1, -1);
    const shown = rows
      .map((row) => row.split(','))
      .map((row) => [5, 6, 7, 9, 10, 17].map((at) => row[at]));
    // 10.60 × 7 = 74.20; 10.00 × 7 = 70.00; 0.60 × 7 = 4.20
    expect(shown).toEqual([
      ['1131', '-74.20', '0', '-10.60', '7', '0009'],
      ['5101', '0', '-70.00', '-10.00', '7', ''],
      ['2171', '0', '-4.20', '-0.60', '7', ''],
    ]);
    expect(problems).toEqual([]);
    // and hands on what it was booked under
    expect(JSON.parse(String(files.get('booked.jsonl')))).toEqual({
      number: 'INV-202610-000002',
      codes: kept,
    });
  });

  it('of what no books had takes what is there today, and says so once', async () => {
    const { files, problems } = await filesWritten(['yonyou'], [reversal, reversal], {
      bookedCodes: () => Promise.resolve(null),
    });
    expect(String(files.get('yonyou.txt'))).toContain(',-75.25,0,0,-10.60,7.0988,');
    expect(problems.map(({ severity, code, column }) => [severity, code, column])).toEqual([
      ['warning', 'finance-not-booked', 'yonyou'],
    ]);
  });
});
