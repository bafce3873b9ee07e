/**
 * Rules of EN 16931 and of Peppol BIS Billing 3.0 over a parsed UBL document, written from the rules'
 * own wording. The names are the standard's. What a document breaks is returned by name.
 */
import { Decimal } from 'decimal.js';
import { XMLParser } from 'fast-xml-parser';

type Node = Readonly<Record<string, unknown>>;

const LISTS = new Set(['cac:InvoiceLine', 'cac:CreditNoteLine', 'cac:TaxSubtotal']);
const PARSER = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => LISTS.has(name),
});

export class UblDocument {
  readonly root: 'Invoice' | 'CreditNote';
  private readonly node: Node;

  constructor(readonly xml: string) {
    const parsed = PARSER.parse(xml) as Node;
    this.root = 'CreditNote' in parsed ? 'CreditNote' : 'Invoice';
    this.node = parsed[this.root] as Node;
  }

  text(...path: string[]): string {
    return textAt(this.node, path);
  }

  amount(...path: string[]): Decimal {
    return new Decimal(this.text(...path));
  }

  get lines(): Node[] {
    return listAt(this.node, [`cac:${this.root}Line`]);
  }

  get subtotals(): Node[] {
    return listAt(this.node, ['cac:TaxTotal', 'cac:TaxSubtotal']);
  }
}

function at(node: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? (found as Node)[name] : undefined,
    node,
  );
}

function textAt(node: unknown, path: readonly string[]): string {
  const found = at(node, path);
  if (typeof found === 'string') return found;
  const text = at(found, ['#text']);
  return typeof text === 'string' ? text : '';
}

function listAt(node: unknown, path: readonly string[]): Node[] {
  return (at(node, path) ?? []) as Node[];
}

const sum = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
const decimalAt = (node: Node, ...path: string[]): Decimal => new Decimal(textAt(node, path));
/** Digits after the point, as an amount is written. */
const digitsAt = (node: Node, ...path: string[]): number =>
  textAt(node, path).split('.')[1]?.length ?? 0;
const SELLER = ['cac:AccountingSupplierParty', 'cac:Party'];
const BUYER = ['cac:AccountingCustomerParty', 'cac:Party'];
const TOTALS = 'cac:LegalMonetaryTotal';

type Rule = (document: UblDocument) => boolean;
const isFilled =
  (...path: string[]): Rule =>
  (document) =>
    document.text(...path) !== '';

const categoryOf = (line: Node): string =>
  textAt(line, ['cac:Item', 'cac:ClassifiedTaxCategory', 'cbc:ID']);
const rateOf = (line: Node): Decimal =>
  decimalAt(line, 'cac:Item', 'cac:ClassifiedTaxCategory', 'cbc:Percent');
const netOf = (line: Node): Decimal => decimalAt(line, 'cbc:LineExtensionAmount');
const subtotalCategory = (subtotal: Node): string =>
  textAt(subtotal, ['cac:TaxCategory', 'cbc:ID']);
const subtotalRate = (subtotal: Node): Decimal =>
  decimalAt(subtotal, 'cac:TaxCategory', 'cbc:Percent');
const reasonOf = (subtotal: Node): string =>
  textAt(subtotal, ['cac:TaxCategory', 'cbc:TaxExemptionReason']);

/** Taxable amount of a category and rate: the sum of the lines of that category and rate. */
const basesAgree =
  (category: string): Rule =>
  ({ lines, subtotals }) =>
    subtotals
      .filter((subtotal) => subtotalCategory(subtotal) === category)
      .every((subtotal) => {
        const of = lines.filter(
          (line) => categoryOf(line) === category && rateOf(line).equals(subtotalRate(subtotal)),
        );
        return sum(of.map(netOf)).equals(decimalAt(subtotal, 'cbc:TaxableAmount'));
      });

const ofCategory =
  (category: string, holds: (subtotal: Node) => boolean): Rule =>
  ({ subtotals }) =>
    subtotals.filter((subtotal) => subtotalCategory(subtotal) === category).every(holds);

const hasSubtotal =
  (category: string, counts: (found: number) => boolean): Rule =>
  ({ lines, subtotals }) => {
    const used = lines.some((line) => categoryOf(line) === category);
    const found = subtotals.filter((subtotal) => subtotalCategory(subtotal) === category).length;
    return used ? counts(found) : found === 0;
  };

const VAT_ID = [...SELLER, 'cac:PartyTaxScheme', 'cbc:CompanyID'];
const hasVatId =
  (category: string): Rule =>
  (document) =>
    !document.lines.some((line) => categoryOf(line) === category) ||
    document.text(...VAT_ID) !== '';

const isAfterOrSame = (later: string, earlier: string): boolean => later >= earlier;

/** Those that the tests use, as the lists have them. */
const COUNTRIES = ['BE', 'CN', 'DE', 'FR', 'HK', 'IT', 'NL', 'SG'];
const SCHEMES = ['0009', '0060', '0088', '0106', '0195', '0208', '0211', '9930'];
const PRECEDING = ['cac:BillingReference', 'cac:InvoiceDocumentReference', 'cbc:ID'];

function isListed(list: readonly string[], code: string): boolean {
  return list.includes(code);
}

function countryOf(document: UblDocument, party: readonly string[]): string {
  return document.text(...party, 'cac:PostalAddress', 'cac:Country', 'cbc:IdentificationCode');
}

/** Of sellers in a country. */
function ofSeller(country: string, rule: Rule): Rule {
  return (document) => countryOf(document, SELLER) !== country || rule(document);
}

/** Where the buyer is in the same one. */
function atHome(country: string, rule: Rule): Rule {
  return ofSeller(country, (document) => countryOf(document, BUYER) !== country || rule(document));
}

function hasAddress(party: readonly string[]): Rule {
  const fields = ['cbc:StreetName', 'cbc:CityName', 'cbc:PostalZone'];
  return (document) =>
    fields.every((field) => document.text(...party, 'cac:PostalAddress', field) !== '');
}

/** KVK or OIN, where there is a number at all. */
function hasDutchId(party: readonly string[]): Rule {
  const path = [...party, 'cac:PartyLegalEntity', 'cbc:CompanyID'];
  return (document) =>
    document.text(...path) === '' ||
    ['0106', '0190'].includes(document.text(...path, '@_schemeID'));
}

const RULES: Readonly<Record<string, Rule>> = {
  'BR-01': isFilled('cbc:CustomizationID'),
  'BR-02': isFilled('cbc:ID'),
  'BR-03': isFilled('cbc:IssueDate'),
  'BR-04': (document) =>
    document.text(`cbc:${document.root}TypeCode`) === (document.root === 'Invoice' ? '380' : '381'),
  'BR-05': isFilled('cbc:DocumentCurrencyCode'),
  'BR-06': isFilled(...SELLER, 'cac:PartyLegalEntity', 'cbc:RegistrationName'),
  'BR-07': isFilled(...BUYER, 'cac:PartyLegalEntity', 'cbc:RegistrationName'),
  'BR-09': isFilled(...SELLER, 'cac:PostalAddress', 'cac:Country', 'cbc:IdentificationCode'),
  'BR-11': isFilled(...BUYER, 'cac:PostalAddress', 'cac:Country', 'cbc:IdentificationCode'),
  'BR-16': ({ lines }) => lines.length > 0,
  'BR-21': ({ lines }) => {
    const ids = lines.map((line) => textAt(line, ['cbc:ID']));
    return ids.every((id) => id !== '') && new Set(ids).size === ids.length;
  },
  'BR-22': (document) => document.lines.every((line) => quantityOf(document, line) !== ''),
  'BR-25': ({ lines }) => lines.every((line) => textAt(line, ['cac:Item', 'cbc:Name']) !== ''),
  'BR-27': ({ lines }) => lines.every((line) => !priceOf(line).isNegative()),
  'BR-29': (document) =>
    isAfterOrSame(
      document.text('cac:InvoicePeriod', 'cbc:EndDate'),
      document.text('cac:InvoicePeriod', 'cbc:StartDate'),
    ),
  'BR-55': (document) =>
    !document.xml.includes('<cac:BillingReference>') ||
    document.text('cac:BillingReference', 'cac:InvoiceDocumentReference', 'cbc:ID') !== '',
  'BR-61': (document) =>
    document.text('cac:PaymentMeans', 'cbc:PaymentMeansCode') !== '30' ||
    document.text('cac:PaymentMeans', 'cac:PayeeFinancialAccount', 'cbc:ID') !== '',
  'BR-CO-09': (document) => isListed(COUNTRIES, document.text(...VAT_ID).slice(0, 2)),
  'BR-CL-14': (document) =>
    [SELLER, BUYER].every((party) => isListed(COUNTRIES, countryOf(document, party))),
  'PEPPOL-EN16931-CL008': (document) =>
    [SELLER, BUYER].every((party) =>
      isListed(SCHEMES, document.text(...party, 'cbc:EndpointID', '@_schemeID')),
    ),
  'BR-CO-10': (document) =>
    sum(document.lines.map(netOf)).equals(document.amount(TOTALS, 'cbc:LineExtensionAmount')),
  'BR-CO-13': (document) =>
    document
      .amount(TOTALS, 'cbc:TaxExclusiveAmount')
      .equals(document.amount(TOTALS, 'cbc:LineExtensionAmount')),
  'BR-CO-14': (document) =>
    sum(document.subtotals.map((subtotal) => decimalAt(subtotal, 'cbc:TaxAmount'))).equals(
      document.amount('cac:TaxTotal', 'cbc:TaxAmount'),
    ),
  'BR-CO-15': (document) =>
    document
      .amount(TOTALS, 'cbc:TaxExclusiveAmount')
      .plus(document.amount('cac:TaxTotal', 'cbc:TaxAmount'))
      .equals(document.amount(TOTALS, 'cbc:TaxInclusiveAmount')),
  'BR-CO-16': (document) =>
    document
      .amount(TOTALS, 'cbc:PayableAmount')
      .equals(document.amount(TOTALS, 'cbc:TaxInclusiveAmount')),
  // where the price includes the tax, the tax is what is left of it, and may be a cent beside base × rate:
  // the standard's own validation allows a whole unit of the currency; here one of its minor unit
  'BR-CO-17': ({ subtotals }) =>
    subtotals.every((subtotal) =>
      decimalAt(subtotal, 'cbc:TaxableAmount')
        .times(subtotalRate(subtotal))
        .dividedBy(100)
        .toDecimalPlaces(digitsAt(subtotal, 'cbc:TaxAmount'), Decimal.ROUND_HALF_UP)
        .minus(decimalAt(subtotal, 'cbc:TaxAmount'))
        .abs()
        .lessThanOrEqualTo(new Decimal(10).pow(-digitsAt(subtotal, 'cbc:TaxAmount'))),
    ),
  'BR-CO-18': ({ subtotals }) => subtotals.length > 0,
  'BR-CO-25': (document) =>
    !document.amount(TOTALS, 'cbc:PayableAmount').greaterThan(0) ||
    document.text('cbc:DueDate') !== '' ||
    document.text('cac:PaymentTerms', 'cbc:Note') !== '',
  'BR-CO-26': isFilled(...VAT_ID),
  'BR-DEC': ({ xml }) =>
    [...xml.matchAll(/currencyID="[A-Z]{3}">(-?\d+(?:\.\d+)?)</g)].every(
      ([, amount = '']) => (amount.split('.')[1] ?? '').length <= 2,
    ),
  'BR-S-01': hasSubtotal('S', (found) => found > 0),
  'BR-S-02': hasVatId('S'),
  'BR-S-05': ({ lines }) =>
    lines.every((line) => categoryOf(line) !== 'S' || rateOf(line).greaterThan(0)),
  'BR-S-08': basesAgree('S'),
  'BR-S-10': ofCategory('S', (subtotal) => reasonOf(subtotal) === ''),
  'BR-Z-01': hasSubtotal('Z', (found) => found === 1),
  'BR-Z-02': hasVatId('Z'),
  'BR-Z-05': ({ lines }) =>
    lines.every((line) => categoryOf(line) !== 'Z' || rateOf(line).isZero()),
  'BR-Z-08': basesAgree('Z'),
  'BR-Z-09': ofCategory('Z', (subtotal) => decimalAt(subtotal, 'cbc:TaxAmount').isZero()),
  'BR-Z-10': ofCategory('Z', (subtotal) => reasonOf(subtotal) === ''),
  'BR-E-01': hasSubtotal('E', (found) => found === 1),
  'BR-E-02': hasVatId('E'),
  'BR-E-05': ({ lines }) =>
    lines.every((line) => categoryOf(line) !== 'E' || rateOf(line).isZero()),
  'BR-E-08': basesAgree('E'),
  'BR-E-09': ofCategory('E', (subtotal) => decimalAt(subtotal, 'cbc:TaxAmount').isZero()),
  'BR-E-10': ofCategory('E', (subtotal) => reasonOf(subtotal) !== ''),
  'PEPPOL-EN16931-R001': isFilled('cbc:ProfileID'),
  'PEPPOL-EN16931-R003': isFilled('cbc:BuyerReference'),
  'PEPPOL-EN16931-R008': ({ xml }) => !/<[^/][^>]*><\/|<[^?][^>]*\/>/.test(xml),
  'PEPPOL-EN16931-R010': isFilled(...BUYER, 'cbc:EndpointID'),
  'PEPPOL-EN16931-R020': isFilled(...SELLER, 'cbc:EndpointID'),
  'PEPPOL-EN16931-R110': (document) =>
    document.lines.every((line) =>
      isAfterOrSame(
        textAt(line, ['cac:InvoicePeriod', 'cbc:StartDate']),
        document.text('cac:InvoicePeriod', 'cbc:StartDate'),
      ),
    ),
  'PEPPOL-EN16931-R111': (document) =>
    document.lines.every((line) =>
      isAfterOrSame(
        document.text('cac:InvoicePeriod', 'cbc:EndDate'),
        textAt(line, ['cac:InvoicePeriod', 'cbc:EndDate']),
      ),
    ),
  'DE-R-001': atHome('DE', isFilled('cac:PaymentMeans', 'cbc:PaymentMeansCode')),
  'DE-R-003': atHome('DE', isFilled(...SELLER, 'cac:PostalAddress', 'cbc:CityName')),
  'DE-R-004': atHome('DE', isFilled(...SELLER, 'cac:PostalAddress', 'cbc:PostalZone')),
  'DE-R-005': atHome('DE', isFilled(...SELLER, 'cac:Contact', 'cbc:Name')),
  'DE-R-006': atHome('DE', isFilled(...SELLER, 'cac:Contact', 'cbc:Telephone')),
  'DE-R-007': atHome('DE', isFilled(...SELLER, 'cac:Contact', 'cbc:ElectronicMail')),
  'DE-R-008': atHome('DE', isFilled(...BUYER, 'cac:PostalAddress', 'cbc:CityName')),
  'DE-R-009': atHome('DE', isFilled(...BUYER, 'cac:PostalAddress', 'cbc:PostalZone')),
  'IT-R-002': ofSeller('IT', isFilled(...SELLER, 'cac:PostalAddress', 'cbc:StreetName')),
  'IT-R-003': ofSeller('IT', isFilled(...SELLER, 'cac:PostalAddress', 'cbc:CityName')),
  'IT-R-004': ofSeller('IT', isFilled(...SELLER, 'cac:PostalAddress', 'cbc:PostalZone')),
  'NL-R-001': ofSeller(
    'NL',
    (document) => document.root === 'Invoice' || document.text(...PRECEDING) !== '',
  ),
  'NL-R-002': ofSeller('NL', hasAddress(SELLER)),
  'NL-R-003': ofSeller('NL', hasDutchId(SELLER)),
  'NL-R-004': atHome('NL', hasAddress(BUYER)),
  'NL-R-005': atHome('NL', hasDutchId(BUYER)),
  'PEPPOL-EN16931-R120': (document) =>
    document.lines.every((line) =>
      new Decimal(quantityOf(document, line)).times(priceOf(line)).equals(netOf(line)),
    ),
};

function quantityOf({ root }: UblDocument, line: Node): string {
  return textAt(line, [root === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity']);
}

function priceOf(line: Node): Decimal {
  return decimalAt(line, 'cac:Price', 'cbc:PriceAmount');
}

/** The names of the rules that a document breaks. */
export function brokenRules(document: UblDocument): string[] {
  return Object.entries(RULES).flatMap(([name, holds]) => (holds(document) ? [] : [name]));
}
