/**
 * One document as UBL 2.1, by the rules of EN 16931 and Peppol BIS Billing 3. A credit note states
 * what is credited. A line has a quantity of ±1 at its amount without tax, since a price may not be
 * negative and a rounded quantity would no longer come to the amount.
 */
import type { Document } from '../../documents/document.js';
import { earlier, later } from '../../period/local-date.js';
import { CURRENCIES } from '../../reference/e-invoice-codes.js';
import type { DocumentCodes } from './document-codes.js';
import type { DocumentProfile } from './profile.js';
import { checkParties } from './ubl-demands.js';
import { moneyOf, type UblRoot } from './ubl-money.js';
import { buyerOf, partyElement, sellerOf } from './ubl-parties.js';
import type { XmlElement } from './xml-file.js';

const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd';
/** UNCL 1001. */
const TYPE_CODES = { Invoice: '380', CreditNote: '381' } as const;
/** UNCL 4461: credit transfer. */
const CREDIT_TRANSFER = '30';
/** No amount may have more: BR-DEC. */
const FRACTION_DIGITS_MAX = 2;

export const UBL: DocumentProfile = {
  kind: 'document',
  fileOf: ({ number }) => `ubl/${number}.xml`,
  contentOf: (document, codes) => {
    const settings = codes.sources.settings.ubl ?? {};
    const seller = sellerOf(document, settings);
    const buyer = buyerOf(document, settings);
    checkCurrency(document, codes);
    checkParties(document, { seller, buyer }, codes);
    const root = rootOf(document, seller.country);
    const element = {
      '@xmlns': `${NAMESPACE}:${root}-2`,
      '@xmlns:cac': `${NAMESPACE}:CommonAggregateComponents-2`,
      '@xmlns:cbc': `${NAMESPACE}:CommonBasicComponents-2`,
      ...headOf(document, root),
      'cac:AccountingSupplierParty': partyElement(seller),
      'cac:AccountingCustomerParty': partyElement(buyer),
      ...paymentOf(document, root),
      ...moneyOf(document, root, codes),
    };
    return { [root]: element };
  },
};

/** A Dutch credit note names the invoice before it (NL-R-001); one that has none is a negative invoice. */
function rootOf(document: Document, sellerCountry: string): UblRoot {
  if (document.type === 'invoice') return 'Invoice';
  return sellerCountry === 'NL' && precedingOf(document) === null ? 'Invoice' : 'CreditNote';
}

/** The document that is credited. */
function precedingOf({ type, cancels, replaces }: Document): string | null {
  return cancels ?? (type === 'credit_note' ? replaces : null);
}

function headOf(document: Document, root: UblRoot): XmlElement {
  const { lines, total } = document;
  const preceding = precedingOf(document);
  const isPayable = root === 'Invoice' && total > 0n;
  return {
    'cbc:CustomizationID': CUSTOMIZATION,
    'cbc:ProfileID': PROCESS,
    'cbc:ID': document.number,
    'cbc:IssueDate': document.issueDate,
    ...(isPayable ? { 'cbc:DueDate': document.dueDate } : {}),
    [`cbc:${root}TypeCode`]: TYPE_CODES[root],
    'cbc:DocumentCurrencyCode': document.currency.code,
    'cbc:BuyerReference': document.merchant.merchantId,
    'cac:InvoicePeriod': {
      'cbc:StartDate': lines.map((line) => line.serviceFrom).reduce(earlier),
      'cbc:EndDate': lines.map((line) => line.serviceTo).reduce(later),
    },
    ...(preceding === null
      ? {}
      : { 'cac:BillingReference': { 'cac:InvoiceDocumentReference': { 'cbc:ID': preceding } } }),
  };
}

/** A credit note has no element for its due date, and says it in its terms. */
function paymentOf({ number, dueDate, issuer }: Document, root: UblRoot): XmlElement {
  const means = {
    'cbc:PaymentMeansCode': CREDIT_TRANSFER,
    'cbc:PaymentID': number,
    'cac:PayeeFinancialAccount': { 'cbc:ID': issuer.bankAccount, 'cbc:Name': issuer.name },
  };
  return {
    ...(issuer.bankAccount === '' ? {} : { 'cac:PaymentMeans': means }),
    ...(root === 'CreditNote' ? { 'cac:PaymentTerms': { 'cbc:Note': `Due ${dueDate}` } } : {}),
  };
}

function checkCurrency({ currency }: Document, { sources: { problems } }: DocumentCodes): void {
  const { code, fractionDigits: digits } = currency;
  const place = { file: 'provider.json', column: 'finance' };
  if (digits > FRACTION_DIGITS_MAX) {
    const digitsMax = FRACTION_DIGITS_MAX;
    problems.unsupported(place, { case: 'currency-digits', currency: code, digits, digitsMax });
  }
  if (!CURRENCIES.has(code))
    problems.unsupported(place, { case: 'currency-unlisted', currency: code });
}
