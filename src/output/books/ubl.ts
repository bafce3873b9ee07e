/**
 * One document as UBL 2.1, by the rules of EN 16931 and Peppol BIS Billing 3.0. A credit note states
 * what is credited. A line has a quantity of ±1 at its amount without tax, since a price may not be
 * negative and a rounded quantity would no longer come to the amount.
 */
import { descriptionOf as wordsOf } from '../../words/line-words.js';
import { create } from 'xmlbuilder2';
import type { Document } from '../../documents/document.js';
import { taxedLines, type TaxedLine } from '../../documents/taxed-lines.js';
import type { UblSettings, UblTaxCategory } from '../../reference/finance-settings.js';
import { formatAmount, type MinorUnits } from '../../money/amount.js';
import { absolute, Rational } from '../../money/rational.js';
import { earlier, later } from '../../period/local-date.js';
import { problem } from '../../problem.js';
import { byRate, type MissingCodes } from './code-book.js';
import { descriptionOf, positiveOnCreditNote } from './profile.js';
import { buyerParty, sellerParty } from './ubl-parties.js';

const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd';
/** UNCL 1001. */
const TYPE_CODES = { invoice: '380', credit_note: '381' } as const;
/** UNCL 4461: credit transfer. */
const CREDIT_TRANSFER = '30';
/** UN/ECE recommendation 20: one. */
const ONE = 'C62';
const PERCENT = Rational.of(100n);
/** No amount may have more: BR-DEC. */
const FRACTION_DIGITS_MAX = 2;

type Element = Readonly<Record<string, unknown>>;
/** The reason of an exemption stands in the subtotal of its rate alone. */
type Categories = (rate: Rational, place: 'subtotal' | 'line') => Element;

/** The text of the file; what `finance.json` lacks is told to `missing`. */
export function ublFile(document: Document, settings: UblSettings, missing: MissingCodes): string {
  checkCurrency(document, missing);
  const root = document.type === 'credit_note' ? 'CreditNote' : 'Invoice';
  const element = {
    '@xmlns': `${NAMESPACE}:${root}-2`,
    '@xmlns:cac': `${NAMESPACE}:CommonAggregateComponents-2`,
    '@xmlns:cbc': `${NAMESPACE}:CommonBasicComponents-2`,
    ...headOf(document),
    'cac:AccountingSupplierParty': sellerParty(document, settings, missing),
    'cac:AccountingCustomerParty': buyerParty(document, settings, missing),
    ...paymentOf(document),
    ...moneyOf(document, (rate, place) => taxCategory(rate, place, settings, missing)),
  };
  return create(
    { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' },
    { [root]: element },
  ).end({ prettyPrint: true });
}

function headOf({ type, lines, ...document }: Document): Element {
  const isInvoice = type === 'invoice';
  return {
    'cbc:CustomizationID': CUSTOMIZATION,
    'cbc:ProfileID': PROCESS,
    'cbc:ID': document.number,
    'cbc:IssueDate': document.issueDate,
    ...(isInvoice ? { 'cbc:DueDate': document.dueDate } : {}),
    [isInvoice ? 'cbc:InvoiceTypeCode' : 'cbc:CreditNoteTypeCode']: TYPE_CODES[type],
    'cbc:DocumentCurrencyCode': document.currency.code,
    'cbc:BuyerReference': document.merchant.merchantId,
    'cac:InvoicePeriod': {
      'cbc:StartDate': lines.map((line) => line.serviceFrom).reduce(earlier),
      'cbc:EndDate': lines.map((line) => line.serviceTo).reduce(later),
    },
    ...(document.cancels === null
      ? {}
      : {
          'cac:BillingReference': {
            'cac:InvoiceDocumentReference': { 'cbc:ID': document.cancels },
          },
        }),
  };
}

/** A credit note has no element for its due date, and says it in its terms. */
function paymentOf({ type, number, dueDate, issuer }: Document): Element {
  const means = {
    'cbc:PaymentMeansCode': CREDIT_TRANSFER,
    'cbc:PaymentID': number,
    'cac:PayeeFinancialAccount': {
      'cbc:ID': issuer.bankAccount,
      'cbc:Name': issuer.name,
    },
  };
  return {
    ...(issuer.bankAccount === '' ? {} : { 'cac:PaymentMeans': means }),
    ...(type === 'credit_note' ? { 'cac:PaymentTerms': { 'cbc:Note': `Due ${dueDate}` } } : {}),
  };
}

function moneyOf(document: Document, categoryOf: Categories): Element {
  const amount = (of: MinorUnits): Element => amountOf(document, of);
  const isInvoice = document.type === 'invoice';
  return {
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(document.tax),
      'cac:TaxSubtotal': document.taxes.map(({ rate, base, tax }) => ({
        'cbc:TaxableAmount': amount(base),
        'cbc:TaxAmount': amount(tax),
        'cac:TaxCategory': categoryOf(rate, 'subtotal'),
      })),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(document.net),
      'cbc:TaxExclusiveAmount': amount(document.net),
      'cbc:TaxInclusiveAmount': amount(document.total),
      'cbc:PayableAmount': amount(document.total),
    },
    [isInvoice ? 'cac:InvoiceLine' : 'cac:CreditNoteLine']: taxedLines(document).map((line, at) =>
      lineOf(document, line, at + 1, categoryOf),
    ),
  };
}

function lineOf(
  document: Document,
  { line, net }: TaxedLine,
  position: number,
  categoryOf: Categories,
): Element {
  const stated = positiveOnCreditNote(document, net);
  const quantity = { '@unitCode': ONE, '#': stated < 0n ? '-1' : '1' };
  return {
    'cbc:ID': String(position),
    [document.type === 'invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity']: quantity,
    'cbc:LineExtensionAmount': amountOf(document, net),
    'cac:InvoicePeriod': { 'cbc:StartDate': line.serviceFrom, 'cbc:EndDate': line.serviceTo },
    'cac:Item': {
      'cbc:Description': descriptionOf(document, line),
      'cbc:Name': wordsOf(line).en,
      'cac:ClassifiedTaxCategory': categoryOf(line.taxRate, 'line'),
    },
    'cac:Price': {
      'cbc:PriceAmount': money(document, absolute(stated)),
    },
  };
}

/** As this kind of document states it. */
function amountOf(document: Document, amount: MinorUnits): Element {
  return money(document, positiveOnCreditNote(document, amount));
}

function money({ currency }: Document, amount: MinorUnits): Element {
  return { '@currencyID': currency.code, '#': formatAmount(amount, currency) };
}

function taxCategory(
  rate: Rational,
  place: 'subtotal' | 'line',
  settings: UblSettings,
  missing: MissingCodes,
): Element {
  const found = byRate(settings.tax_categories, rate);
  const of = rate.toDecimal();
  const path = ['ubl', 'tax_categories', of];
  missing.expect(found?.category, path, { missing: 'tax-category', of });
  if (found !== undefined) checkCategory(found, rate, missing);
  return {
    'cbc:ID': found?.category ?? '',
    'cbc:Percent': rate.times(PERCENT).toDecimal(),
    ...(found?.category === 'E' && place === 'subtotal'
      ? { 'cbc:TaxExemptionReason': found.reason }
      : {}),
    'cac:TaxScheme': { 'cbc:ID': 'VAT' },
  };
}

/** BR-S-05: the standard rate is above zero; BR-Z-05, BR-E-05: the others are zero. */
function checkCategory({ category }: UblTaxCategory, rate: Rational, missing: MissingCodes): void {
  if ((category === 'S') !== rate.isZero()) return;
  missing.report(
    problem(
      'finance-unsupported',
      { file: 'finance.json', column: `ubl.tax_categories.${rate.toDecimal()}` },
      { case: 'tax-category', category, rate: rate.toDecimal() },
    ),
  );
}

function checkCurrency({ currency }: Document, missing: MissingCodes): void {
  if (currency.fractionDigits <= FRACTION_DIGITS_MAX) return;
  missing.report(
    problem(
      'finance-unsupported',
      { file: 'provider.json', column: 'finance' },
      {
        case: 'currency-digits',
        currency: currency.code,
        digits: currency.fractionDigits,
        digitsMax: FRACTION_DIGITS_MAX,
      },
    ),
  );
}
