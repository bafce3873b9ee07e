import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import {
  dollarInvoice,
  exclusiveInvoice,
  filesOf,
  inclusiveInvoice,
  rowsIn,
  sampleSettings,
} from './documents.js';

const numbered = (count: number, make: (changes: Partial<Document>) => Document): Document[] =>
  Array.from({ length: count }, (_, at) =>
    make({ number: `INV-202610-${String(at + 1).padStart(6, '0')}` }),
  );

describe('one import takes so many documents', () => {
  it('501 for Xero are 500 and 1, also where they come in slices', () => {
    const documents = numbered(501, inclusiveInvoice);
    const files = filesOf(['xero']);
    const first = files.add(documents.slice(0, 300));
    const second = files.add(documents.slice(300));
    const rows = [first, second].flatMap(({ pieces }) => pieces.map((one) => [one.file, one.rows]));
    expect(rows).toEqual([
      ['finance/xero-tax-inclusive.csv', 300],
      ['finance/xero-tax-inclusive.csv', 200],
      ['finance/xero-tax-inclusive-002.csv', 1],
    ]);
  });

  it('101 for QuickBooks are 100 and 1', () => {
    const { pieces } = filesOf(['quickbooks']).add(numbered(101, inclusiveInvoice));
    expect(pieces.map(({ file, rows }) => [file, rows])).toEqual([
      ['finance/quickbooks.csv', 100],
      ['finance/quickbooks-002.csv', 1],
    ]);
  });
});

it('files begin with their head, and a byte-order mark where people open them', () => {
  const { pieces } = filesOf(['odoo', 'kingdee', 'yonyou']).add([exclusiveInvoice()]);
  const headOf = (file: string): string | undefined =>
    pieces.find((piece) => piece.file === `finance/${file}.csv`)?.head;
  expect(headOf('odoo')).toMatch(/^move_type,name,.*tax_ids\r\n$/);
  expect(headOf('kingdee')).toMatch(/^\uFEFF日期,凭证字,.*过账人\r\n$/);
  expect(headOf('yonyou')).toBe('填制凭证,V800\r\n');
});

it('a formula in a name or code is text', () => {
  const settings = { ...sampleSettings(), customers: { M01: '=HYPERLINK("x")' } };
  const [row] = rowsIn(filesOf(['odoo'], settings).add([exclusiveInvoice()]), 'odoo.csv');
  expect(row).toContain(`,"'=HYPERLINK(""x"")",`);
});

it('a summary has at most 60 characters and no delimiter', () => {
  const { merchant } = exclusiveInvoice();
  const named = exclusiveInvoice({ merchant: { ...merchant, name: `a,"b"${'锦'.repeat(80)}` } });
  const [row = ''] = rowsIn(filesOf(['yonyou']).add([named]), 'yonyou.csv');
  const summary = row.split(',')[4] ?? '';
  // the number 17, a blank, the period 7, a blank, and 34 of the name
  expect(summary).toBe(`INV-202610-000001 2026-10 a，”b”${'锦'.repeat(29)}`);
  expect(Array.from(summary)).toHaveLength(60);
});

it('dates as the settings say', () => {
  const { xero = {}, ...settings } = sampleSettings();
  const american = { ...settings, xero: { ...xero, date_format: 'MM/DD/YYYY' as const } };
  const [row] = rowsIn(filesOf(['xero'], american).add([exclusiveInvoice()]), 'xero.csv');
  expect(row).toContain(',11/20/2026,12/05/2026,');
});

describe('a missing code is one problem, which names the key to add', () => {
  const missing = (
    profile: Parameters<typeof filesOf>[0][number],
    document: Document,
  ): string[] => {
    const files = filesOf([profile], {});
    const { problems } = files.add([document, document]);
    expect(files.add([document]).problems).toEqual([]);
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
      'kingdee',
      [
        'kingdee.accounts.event_hosting',
        'kingdee.accounts.fixed_salary',
        'kingdee.output_tax.0.06',
        'kingdee.receivable',
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
  ] as const)('%s', (profile, expected) => {
    expect(missing(profile, exclusiveInvoice())).toEqual(expected);
  });

  it('an included tax of Odoo has a code of its own', () => {
    expect(missing('odoo', inclusiveInvoice())).toContain('odoo.tax_codes_included.0.06');
  });

  it('a rate of a period without one', () => {
    const { problems } = filesOf(['yonyou']).add([dollarInvoice({ period: '2026-11' })]);
    expect(problems.map((found) => [found.code, problemSentence(found, 'en').hint])).toEqual([
      [
        'exchange-rate-missing',
        'add the row 2026-11,USD,CNY with its rate; a run publishes nothing without it',
      ],
    ]);
  });
});
