/**
 * Documents of sellers in the seven countries that e-invoices are made for, with codes that are valid there:
 * invoices, reversals, credits of their own and credits in place of an invoice, with one rate or two, with
 * tax or without, at home and abroad. All of them follow from the seed.
 */
import fc from 'fast-check';
import type { Document } from '../../../src/documents/document.js';
import { negatedLines } from '../../../src/documents/revise.js';
import { FINANCE_SCHEMA, type FinanceSettings } from '../../../src/reference/finance-settings.js';
import { currency, decimal } from '../../pricing/builders.js';
import { salaryLine } from '../pdf/documents.js';
import { documentOf } from './documents.js';

interface Party {
  readonly country: string;
  readonly endpoint_scheme: string;
  readonly endpoint_id: string;
  readonly vat_id: string;
  readonly legal_id?: string;
  readonly legal_id_scheme?: string;
  readonly city: string;
  readonly postal_zone: string;
  readonly contact_name: string;
  readonly telephone: string;
}

const CONTACT = { contact_name: 'Accounts', telephone: '+49 30 123456' };

/** Identifiers with the check digits of their schemes. */
const PARTIES: readonly Party[] = [
  {
    ...CONTACT,
    country: 'DE',
    endpoint_scheme: '9930',
    endpoint_id: 'DE123456789',
    vat_id: 'DE123456789',
    city: 'Berlin',
    postal_zone: '10115',
  },
  {
    ...CONTACT,
    country: 'FR',
    endpoint_scheme: '0009',
    endpoint_id: '73282932000074',
    vat_id: 'FR44732829320',
    legal_id: '732829320',
    legal_id_scheme: '0002',
    city: 'Lyon',
    postal_zone: '69001',
  },
  {
    ...CONTACT,
    country: 'IT',
    endpoint_scheme: '0211',
    endpoint_id: 'IT00743110157',
    vat_id: 'IT00743110157',
    city: 'Milano',
    postal_zone: '20121',
  },
  {
    ...CONTACT,
    country: 'NL',
    endpoint_scheme: '0106',
    endpoint_id: '12345678',
    vat_id: 'NL001234567B01',
    legal_id: '12345678',
    legal_id_scheme: '0106',
    city: 'Utrecht',
    postal_zone: '3511 AA',
  },
  {
    ...CONTACT,
    country: 'BE',
    endpoint_scheme: '0208',
    endpoint_id: '0403170701',
    vat_id: 'BE0403170701',
    legal_id: '0403170701',
    legal_id_scheme: '0208',
    city: 'Brussel',
    postal_zone: '1000',
  },
  {
    ...CONTACT,
    country: 'SG',
    endpoint_scheme: '0195',
    endpoint_id: 'SGUEN201234567A',
    vat_id: 'SG201234567A',
    city: 'Singapore',
    postal_zone: '049315',
  },
  {
    ...CONTACT,
    country: 'CN',
    endpoint_scheme: '0060',
    endpoint_id: '548000000',
    vat_id: 'CN91330108MADEMO0000',
    city: '杭州',
    postal_zone: '310051',
  },
];

/** An invoice that was issued before. */
const EARLIER = 'INV-202610-900001';
const RATES = ['0.06', '0.19', '0.21', '0.055', '0'];
const TAX_CATEGORIES = {
  ...Object.fromEntries(RATES.map((rate) => [rate, { category: 'S' }])),
  '0': { category: 'E', reason: 'Export of services' },
};

export interface RandomEInvoice {
  readonly document: Document;
  readonly settings: FinanceSettings;
}

const party = fc.constantFrom(...PARTIES);
const line = fc.record({
  amount: fc.bigInt({ min: -500_000n, max: 1_500_000n }).filter((amount) => amount !== 0n),
  rate: fc.constantFrom(...RATES),
});

const INVOICE = fc.record({
  seller: party,
  buyer: party,
  taxIncluded: fc.boolean(),
  currency: fc.constantFrom('CNY', 'EUR', 'SGD', 'USD', 'JPY'),
  kind: fc.constantFrom('first', 'reversal', 'credit', 'replacing'),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
});

/** So many of them. */
export function randomEInvoices(count: number, seed: number): RandomEInvoice[] {
  return fc.sample(INVOICE, { numRuns: count, seed }).map((drawn, at) => {
    const number = `INV-202610-${String(at + 1).padStart(6, '0')}`;
    const lines = drawn.lines.map(({ amount, rate }) => ({
      ...salaryLine('A1', amount),
      taxRate: decimal(rate),
      taxIncluded: drawn.taxIncluded,
    }));
    const changes = { number, currency: currency(drawn.currency) };
    const first = documentOf(lines, changes);
    const reversal = documentOf(negatedLines(lines), changes);
    const kinds = {
      first,
      reversal: { ...reversal, cancels: EARLIER },
      credit: reversal,
      replacing: { ...reversal, replaces: EARLIER },
    };
    return { document: kinds[drawn.kind], settings: settingsOf(drawn.seller, drawn.buyer) };
  });
}

function settingsOf(seller: Party, buyer: Party): FinanceSettings {
  return FINANCE_SCHEMA.parse({
    ubl: { seller, buyers: { M01: buyer }, tax_categories: TAX_CATEGORIES },
  });
}
