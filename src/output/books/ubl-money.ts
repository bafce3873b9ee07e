/** The amounts of an e-invoice: its taxes by rate, its totals and its lines. */
import type { Document } from '../../documents/document.js';
import { taxedLines, type TaxedLine } from '../../documents/taxed-lines.js';
import { formatAmount, type MinorUnits } from '../../money/amount.js';
import { absolute, type Rational } from '../../money/rational.js';
import { FINANCE_FILE } from '../../reference/read-finance.js';
import type { UblTaxCategory } from '../../reference/ubl-settings.js';
import { descriptionOf as wordsOf } from '../../words/line-words.js';
import { byRate, type DocumentCodes } from './document-codes.js';
import { descriptionOf, percentNumber } from './profile.js';
import type { XmlElement } from './xml-file.js';

/** UN/ECE recommendation 20: one. */
const ONE = 'C62';

/** An invoice with negative amounts may state a credit too. */
export type UblRoot = 'Invoice' | 'CreditNote';
/** An amount as the kind of document states it: a credit note states what is credited. */
type Stated = (amount: MinorUnits) => MinorUnits;
/** The reason of an exemption stands in the subtotal of its rate alone. */
type Categories = (rate: Rational, place: 'subtotal' | 'line') => XmlElement;

export function moneyOf(document: Document, root: UblRoot, codes: DocumentCodes): XmlElement {
  const stated: Stated = (amount) => (root === 'CreditNote' ? -amount : amount);
  const amount = (of: MinorUnits): XmlElement => money(document, stated(of));
  const categoryOf: Categories = (rate, place) => taxCategory(rate, place, codes);
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
    [`cac:${root}Line`]: taxedLines(document).map((line, at) => ({
      'cbc:ID': String(at + 1),
      ...lineOf(document, line, root, stated),
      ...itemOf(document, line, stated, categoryOf),
    })),
  };
}

function lineOf(
  document: Document,
  { line, net }: TaxedLine,
  root: UblRoot,
  stated: Stated,
): XmlElement {
  const quantity = { '@unitCode': ONE, '#': stated(net) < 0n ? '-1' : '1' };
  return {
    [root === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity']: quantity,
    'cbc:LineExtensionAmount': money(document, stated(net)),
    'cac:InvoicePeriod': { 'cbc:StartDate': line.serviceFrom, 'cbc:EndDate': line.serviceTo },
  };
}

function itemOf(
  document: Document,
  { line, net }: TaxedLine,
  stated: Stated,
  categoryOf: Categories,
): XmlElement {
  return {
    'cac:Item': {
      'cbc:Description': descriptionOf(document, line),
      'cbc:Name': wordsOf(line).en,
      'cac:ClassifiedTaxCategory': categoryOf(line.taxRate, 'line'),
    },
    'cac:Price': { 'cbc:PriceAmount': money(document, absolute(stated(net))) },
  };
}

function money({ currency }: Document, amount: MinorUnits): XmlElement {
  return { '@currencyID': currency.code, '#': formatAmount(amount, currency) };
}

function taxCategory(rate: Rational, place: 'subtotal' | 'line', codes: DocumentCodes): XmlElement {
  const decimal = rate.toDecimal();
  const today = byRate(codes.sources.settings.ubl?.tax_categories, rate);
  const category = codes.code(['tax_categories', decimal], today?.category, {
    missing: 'tax-category',
    of: decimal,
  });
  if (category !== '') checkCategory(category, rate, codes);
  return {
    'cbc:ID': category,
    'cbc:Percent': percentNumber(rate),
    ...(category === 'E' && place === 'subtotal'
      ? { 'cbc:TaxExemptionReason': reasonOf(decimal, today, codes) }
      : {}),
    'cac:TaxScheme': { 'cbc:ID': 'VAT' },
  };
}

function reasonOf(rate: string, today: UblTaxCategory | undefined, codes: DocumentCodes): string {
  const reason = today?.category === 'E' ? today.reason : undefined;
  return codes.code(['tax_categories', rate, 'reason'], reason, {
    missing: 'exemption-reason',
    of: rate,
  });
}

/** BR-S-05: the standard rate is above zero; BR-Z-05, BR-E-05: the others are zero. */
function checkCategory(category: string, rate: Rational, { sources }: DocumentCodes): void {
  if ((category === 'S') !== rate.isZero()) return;
  const decimal = rate.toDecimal();
  sources.problems.unsupported(
    { file: FINANCE_FILE, column: `ubl.tax_categories.${decimal}` },
    { case: 'tax-category', category, rate: decimal },
  );
}
