import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import { billTwice, manifestOf } from './batches.js';
import {
  documentOf,
  exclusiveInvoice,
  filesOf,
  inclusiveInvoice,
  reversalOf,
  sampleSettings,
} from './documents.js';
import { Decimal } from 'decimal.js';
import { salaryLine } from '../pdf/documents.js';
import { currency, decimal } from '../../pricing/builders.js';
import { brokenRules, UblDocument } from './en16931-rules.js';

const ublOf = (document: Document): UblDocument => {
  const { files, problems } = filesOf(['ubl']).add([document]);
  expect(problems).toEqual([]);
  expect(files.map(({ file }) => file)).toEqual([`finance/ubl/${document.number}.xml`]);
  return new UblDocument(files[0]?.content ?? '');
};
const TOTALS = 'cac:LegalMonetaryTotal';
const totalsOf = (ubl: UblDocument): string[] => [
  ubl.text(TOTALS, 'cbc:TaxExclusiveAmount'),
  ubl.text('cac:TaxTotal', 'cbc:TaxAmount'),
  ubl.text(TOTALS, 'cbc:PayableAmount'),
];

describe('a document', () => {
  it('with 6 % included: 106.00 is 100.00 and 6.00', () => {
    const ubl = ublOf(inclusiveInvoice());
    expect(brokenRules(ubl)).toEqual([]);
    expect(totalsOf(ubl)).toEqual(['100.00', '6.00', '106.00']);
    expect(ubl.text('cbc:DueDate')).toBe('2026-12-05');
  });

  it('and its reversal: a credit note of what is credited, which names it', () => {
    const document = exclusiveInvoice();
    const ubl = ublOf(reversalOf(document, 'INV-202610-000002'));
    expect(brokenRules(ubl)).toEqual([]);
    expect(ubl.root).toBe('CreditNote');
    expect(totalsOf(ubl)).toEqual(['100.04', '6.00', '106.04']);
    const reference = ubl.text('cac:BillingReference', 'cac:InvoiceDocumentReference', 'cbc:ID');
    expect(reference).toBe(document.number);
    // a line that was taken off is given back: the quantity is −1, the price is not negative
    expect(ubl.lines.map((line) => line['cbc:LineExtensionAmount'])).toMatchObject([
      { '#text': '100.08' },
      { '#text': '-0.04' },
    ]);
  });

  it('that reverses a credit note is an invoice, which names it', () => {
    const credit = documentOf([salaryLine('A1', -10008n)], { number: 'INV-202610-000005' });
    const ubl = ublOf(reversalOf(credit, 'INV-202610-000006'));
    expect(brokenRules(ubl)).toEqual([]);
    expect(ubl.root).toBe('Invoice');
    expect(ubl.text('cac:BillingReference', 'cac:InvoiceDocumentReference', 'cbc:ID')).toBe(
      'INV-202610-000005',
    );
  });

  it('of two rates has a subtotal for each: 6 % of 100.00, and 20.00 exempt for a reason', () => {
    const [taxed, exempt] = [salaryLine('A1', 10000n), salaryLine('A2', 2000n)];
    const ubl = ublOf(documentOf([taxed, { ...exempt, taxRate: decimal('0') }]));
    expect(brokenRules(ubl)).toEqual([]);
    expect(totalsOf(ubl)).toEqual(['120.00', '6.00', '126.00']);
    expect(ubl.subtotals.map((one) => one['cac:TaxCategory'])).toMatchObject([
      { 'cbc:ID': 'E', 'cbc:Percent': '0', 'cbc:TaxExemptionReason': 'Export of services' },
      { 'cbc:ID': 'S', 'cbc:Percent': '6' },
    ]);
  });

  it('says names as they are, markup and all', () => {
    const { merchant } = exclusiveInvoice();
    const named = exclusiveInvoice({ merchant: { ...merchant, legalName: '甲 <&> "乙"\u0001' } });
    const ubl = ublOf(named);
    expect(
      ubl.text(
        'cac:AccountingCustomerParty',
        'cac:Party',
        'cac:PartyLegalEntity',
        'cbc:RegistrationName',
      ),
    ).toBe('甲 <&> "乙"');
  });
});

describe('what EN 16931 cannot say is a problem', () => {
  it('dinars have three digits', () => {
    const dinars = inclusiveInvoice({ currency: currency('KWD') });
    const { problems } = filesOf(['ubl']).add([dinars]);
    expect(problems.map(({ code }) => code)).toEqual(['finance-unsupported']);
  });

  it('a zero rate is not the standard rate', () => {
    const { ubl = {}, ...settings } = sampleSettings();
    const wrong = {
      ...settings,
      ubl: { ...ubl, tax_categories: { '0.06': { category: 'Z' as const } } },
    };
    const { problems } = filesOf(['ubl'], wrong).add([exclusiveInvoice()]);
    expect(problems.map(({ column }) => column)).toEqual(['ubl.tax_categories.0.06']);
  });
});

it('every document of two batches keeps every rule, and they come to the control totals', async () => {
  for (const batch of await billTwice()) {
    const folder = join(batch, 'finance/ubl');
    const totals = new Map<string, Decimal>();
    for (const file of readdirSync(folder)) {
      const ubl = new UblDocument(readFileSync(join(folder, file), 'utf8'));
      expect([file, brokenRules(ubl)]).toEqual([file, []]);
      const code = ubl.text('cbc:DocumentCurrencyCode');
      const payable = ubl.amount(TOTALS, 'cbc:PayableAmount');
      const signed = ubl.root === 'CreditNote' ? payable.negated() : payable;
      totals.set(code, (totals.get(code) ?? new Decimal(0)).plus(signed));
    }
    const expected = manifestOf(batch).control_totals.map(({ currency: code, total }) => [
      code,
      total,
    ]);
    expect([...totals].sort().map(([code, total]) => [code, total.toFixed(2)])).toEqual(expected);
  }
});

describe('the rules are rules: each tampering breaks the one that forbids it', () => {
  const good = ublOf(exclusiveInvoice()).xml;
  it.each([
    [
      'BR-CO-10',
      '<cbc:LineExtensionAmount currencyID="CNY">100.08',
      '<cbc:LineExtensionAmount currencyID="CNY">100.09',
    ],
    [
      'BR-CO-13',
      '<cbc:TaxExclusiveAmount currencyID="CNY">100.04',
      '<cbc:TaxExclusiveAmount currencyID="CNY">100.05',
    ],
    [
      'BR-CO-14',
      '<cac:TaxTotal>\n    <cbc:TaxAmount currencyID="CNY">6.00',
      '<cac:TaxTotal>\n    <cbc:TaxAmount currencyID="CNY">6.01',
    ],
    [
      'BR-CO-15',
      '<cbc:TaxInclusiveAmount currencyID="CNY">106.04',
      '<cbc:TaxInclusiveAmount currencyID="CNY">106.05',
    ],
    [
      'BR-CO-16',
      '<cbc:PayableAmount currencyID="CNY">106.04',
      '<cbc:PayableAmount currencyID="CNY">106.05',
    ],
    ['BR-CO-17', '<cbc:Percent>6<', '<cbc:Percent>7<'],
    ['BR-CO-25', '<cbc:DueDate>2026-12-05</cbc:DueDate>', ''],
    ['BR-DEC', '>106.04<', '>106.040<'],
    ['BR-S-05', '<cbc:Percent>6<', '<cbc:Percent>0<'],
    [
      'BR-S-08',
      '<cbc:TaxableAmount currencyID="CNY">100.04',
      '<cbc:TaxableAmount currencyID="CNY">100.05',
    ],
    ['BR-27', '<cbc:PriceAmount currencyID="CNY">0.04', '<cbc:PriceAmount currencyID="CNY">-0.04'],
    [
      'PEPPOL-EN16931-R120',
      '<cbc:PriceAmount currencyID="CNY">100.08',
      '<cbc:PriceAmount currencyID="CNY">100.07',
    ],
    ['PEPPOL-EN16931-R008', '<cbc:BuyerReference>M01<', '<cbc:BuyerReference><'],
  ])('%s', (rule, from, to) => {
    expect(good).toContain(from);
    expect(brokenRules(new UblDocument(good.replaceAll(from, to)))).toContain(rule);
  });
});
