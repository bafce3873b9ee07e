import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import { billTwice, manifestOf } from './batches.js';
import {
  documentOf,
  exclusiveInvoice,
  filesWritten,
  inclusiveInvoice,
  reversalOf,
  sampleSettings,
} from './documents.js';
import { Decimal } from 'decimal.js';
import type { FinanceRequest } from '../../../src/output/books/finance-files.js';
import type { UblPartySettings, UblSettings } from '../../../src/reference/ubl-settings.js';
import { randomEInvoices } from './random-e-invoices.js';
import { salaryLine } from '../pdf/documents.js';
import { currency, decimal } from '../../pricing/builders.js';
import { brokenRules, UblDocument } from './en16931-rules.js';

const ublOf = async (
  document: Document,
  changes: Partial<FinanceRequest> = {},
): Promise<UblDocument> => {
  const { files, problems } = await filesWritten(['ubl'], [document], changes);
  expect(problems).toEqual([]);
  expect([...files.keys()]).toEqual(['booked.jsonl', `ubl/${document.number}.xml`]);
  return new UblDocument(String(files.get(`ubl/${document.number}.xml`)));
};
const TOTALS = 'cac:LegalMonetaryTotal';
const totalsOf = (ubl: UblDocument): string[] => [
  ubl.text(TOTALS, 'cbc:TaxExclusiveAmount'),
  ubl.text('cac:TaxTotal', 'cbc:TaxAmount'),
  ubl.text(TOTALS, 'cbc:PayableAmount'),
];

describe('a document', () => {
  it('with 6 % included: 106.00 is 100.00 and 6.00', async () => {
    const ubl = await ublOf(inclusiveInvoice());
    expect(brokenRules(ubl)).toEqual([]);
    expect(totalsOf(ubl)).toEqual(['100.00', '6.00', '106.00']);
    expect(ubl.text('cbc:DueDate')).toBe('2026-12-05');
  });

  it('and its reversal: a credit note of what is credited, which names it', async () => {
    const document = exclusiveInvoice();
    const ubl = await ublOf(reversalOf(document, 'INV-202610-000002'));
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

  it('that reverses a credit note is an invoice, which names it', async () => {
    const credit = documentOf([salaryLine('A1', -10008n)], { number: 'INV-202610-000005' });
    const ubl = await ublOf(reversalOf(credit, 'INV-202610-000006'));
    expect(brokenRules(ubl)).toEqual([]);
    expect(ubl.root).toBe('Invoice');
    expect(ubl.text('cac:BillingReference', 'cac:InvoiceDocumentReference', 'cbc:ID')).toBe(
      'INV-202610-000005',
    );
  });

  it('of two rates has a subtotal for each: 6 % of 100.00, and 20.00 exempt for a reason', async () => {
    const [taxed, exempt] = [salaryLine('A1', 10000n), salaryLine('A2', 2000n)];
    const ubl = await ublOf(documentOf([taxed, { ...exempt, taxRate: decimal('0') }]));
    expect(brokenRules(ubl)).toEqual([]);
    expect(totalsOf(ubl)).toEqual(['120.00', '6.00', '126.00']);
    expect(ubl.subtotals.map((one) => one['cac:TaxCategory'])).toMatchObject([
      { 'cbc:ID': 'E', 'cbc:Percent': '0', 'cbc:TaxExemptionReason': 'Export of services' },
      { 'cbc:ID': 'S', 'cbc:Percent': '6' },
    ]);
  });

  it('says names as they are, markup and all', async () => {
    const { merchant } = exclusiveInvoice();
    const named = exclusiveInvoice({ merchant: { ...merchant, legalName: '甲 <&> "乙"\u0001' } });
    const ubl = await ublOf(named);
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

describe('a Dutch seller', () => {
  const DUTCH = randomEInvoices(400, 3).filter(
    ({ document, settings }) =>
      document.type === 'credit_note' && settings.ubl?.seller?.country === 'NL',
  );

  it('credits without an invoice before it by a negative invoice: NL-R-001', async () => {
    const own = DUTCH.find(
      ({ document }) => document.cancels === null && document.replaces === null,
    );
    const { document, settings } = own ?? fail();
    const ubl = await ublOf(document, { settings });
    expect(brokenRules(ubl)).toEqual([]);
    expect(ubl.root).toBe('Invoice');
    expect(ubl.amount(TOTALS, 'cbc:PayableAmount').isNegative()).toBe(true);
  });

  it('names the invoice that a credit note stands in the place of', async () => {
    const replacing = DUTCH.find(({ document }) => document.replaces !== null);
    const { document, settings } = replacing ?? fail();
    const ubl = await ublOf(document, { settings });
    expect(ubl.root).toBe('CreditNote');
    expect(ubl.text('cac:BillingReference', 'cac:InvoiceDocumentReference', 'cbc:ID')).toBe(
      document.replaces,
    );
  });
});

function fail(): never {
  throw new Error('the random documents have one');
}

it('300 documents of sellers in DE, FR, IT, NL, BE, SG and CN keep every rule', async () => {
  const sellers = new Set<string | undefined>();
  for (const { document, settings } of randomEInvoices(300, 1)) {
    sellers.add(settings.ubl?.seller?.country);
    const ubl = await ublOf(document, { settings });
    expect([document.number, brokenRules(ubl)]).toEqual([document.number, []]);
  }
  expect([...sellers].sort()).toEqual(['BE', 'CN', 'DE', 'FR', 'IT', 'NL', 'SG']);
});

describe('what an e-invoice cannot say, or must and does not, is a problem', () => {
  const problemsOf = async (
    document: Document,
    change: (ubl: UblSettings) => UblSettings = (ubl) => ubl,
  ): Promise<(string | null)[][]> => {
    const settings = sampleSettings();
    const changed = { ...settings, ubl: change(settings.ubl ?? {}) };
    const { problems } = await filesWritten(['ubl'], [document], { settings: changed });
    return problems.map(({ code, column }) => [code, column]);
  };
  const seller = (changes: UblPartySettings) => (ubl: UblSettings) => ({
    ...ubl,
    seller: { ...ubl.seller, ...changes },
  });

  it('dinars have three digits', async () => {
    const dinars = inclusiveInvoice({ currency: currency('KWD') });
    expect(await problemsOf(dinars)).toEqual([['finance-unsupported', 'finance']]);
  });

  it('a zero rate is not the standard rate', async () => {
    const zero = (ubl: UblSettings): UblSettings => {
      return { ...ubl, tax_categories: { '0.06': { category: 'Z' } } };
    };
    expect(await problemsOf(exclusiveInvoice(), zero)).toEqual([
      ['finance-unsupported', 'ubl.tax_categories.0.06'],
    ]);
  });

  it('sellers in Denmark have rules of their own', async () => {
    expect(await problemsOf(exclusiveInvoice(), seller({ country: 'DK' }))).toEqual([
      ['finance-unsupported', 'ubl.seller.country'],
    ]);
  });

  it('among Germans the buyer has a city and a post code: DE-R-008, DE-R-009', async () => {
    const german = (ubl: UblSettings): UblSettings => {
      const buyers = { M01: { ...ubl.buyers?.['M01'], country: 'DE' } };
      return { ...seller({ country: 'DE' })(ubl), buyers };
    };
    expect(await problemsOf(exclusiveInvoice(), german)).toEqual([
      ['finance-code-missing', 'ubl.buyers.M01.city'],
      ['finance-code-missing', 'ubl.buyers.M01.postal_zone'],
    ]);
  });

  it('a Dutch seller has a number of KVK or OIN, and an address: NL-R-002, NL-R-003', async () => {
    const { issuer } = exclusiveInvoice();
    const document = exclusiveInvoice({ issuer: { ...issuer, address: '', bankAccount: '' } });
    expect(await problemsOf(document, seller({ country: 'NL' }))).toEqual([
      ['finance-unsupported', 'address'],
      ['finance-code-missing', 'ubl.seller.legal_id_scheme'],
      ['finance-unsupported', 'bank_account'],
    ]);
  });

  it('a tax id of our tables is no KVK number', async () => {
    const kvk = seller({ country: 'NL', legal_id_scheme: '0106' });
    expect(await problemsOf(exclusiveInvoice(), kvk)).toEqual([
      ['finance-unsupported', 'ubl.seller.legal_id'],
    ]);
  });
});

it('a reversal keeps the tax category of what it reverses', async () => {
  const reversal = reversalOf(exclusiveInvoice(), 'INV-202610-000002');
  const kept = { 'ubl.tax_categories.0.06': 'E', 'ubl.tax_categories.0.06.reason': 'small trader' };
  const { problems, files } = await filesWritten(['ubl'], [reversal], {
    bookedCodes: () => Promise.resolve(kept),
  });
  const ubl = new UblDocument(String(files.get('ubl/INV-202610-000002.xml')));
  expect(ubl.subtotals[0]?.['cac:TaxCategory']).toMatchObject({
    'cbc:ID': 'E',
    'cbc:TaxExemptionReason': 'small trader',
  });
  // which the rate of 6 % does not go with: what was booked wrongly is told, and not mended in silence
  expect(problems.map(({ code }) => code)).toEqual(['finance-unsupported']);
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
  let good = '';
  beforeAll(async () => {
    good = (await ublOf(exclusiveInvoice())).xml;
  });

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
    ['BR-CL-14', '<cbc:IdentificationCode>CN<', '<cbc:IdentificationCode>ZZ<'],
    ['PEPPOL-EN16931-CL008', 'schemeID="0060"', 'schemeID="9999"'],
    ['BR-CO-09', '<cbc:CompanyID>CN91330108', '<cbc:CompanyID>9133010800'],
    ['PEPPOL-EN16931-R008', '<cbc:BuyerReference>M01<', '<cbc:BuyerReference><'],
  ])('%s', (rule, from, to) => {
    expect(good).toContain(from);
    expect(brokenRules(new UblDocument(good.replaceAll(from, to)))).toContain(rule);
  });
});
