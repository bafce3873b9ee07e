/** A document as rows of a fapiao: its amounts by tax rate, tax code of the service and name of the item. */
import type { Document } from '../../documents/document.js';
import { taxedLines } from '../../documents/taxed-lines.js';
import { groupBy } from '../../group-by.js';
import { sumAmounts, type MinorUnits } from '../../money/amount.js';
import { Rational, roundHalfAwayFromZero } from '../../money/rational.js';
import type { DocumentCodes } from './document-codes.js';

export interface FapiaoRow {
  readonly rate: Rational;
  readonly serviceCode: string;
  readonly item: string;
  readonly taxIncluded: boolean;
  /** Without tax. */
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
  /** As the document states prices: with tax or without. */
  readonly amount: MinorUnits;
}

/**
 * In the order in which the lines name them; the sums are the document's net and tax.
 *
 * > A salary of 100.08 and a discount of −0.04 at 6 %: one row of 100.04, tax 6.00.
 */
export function fapiaoRows(document: Document, codes: DocumentCodes): FapiaoRow[] {
  const coded = taxedLines(document).map((taxed) => ({
    ...taxed,
    serviceCode: codes.serviceCode(taxed.line),
    item: codes.item(taxed.line),
  }));
  const groups = groupBy(coded, ({ line, serviceCode, item }) =>
    JSON.stringify([line.taxRate.toFraction(), serviceCode, item]),
  );
  return [...groups.values()].map((lines) => {
    const [{ line, serviceCode, item }] = lines;
    const net = sumAmounts(lines.map((taxed) => taxed.net));
    const tax = sumAmounts(lines.map((taxed) => taxed.tax));
    const { taxRate: rate, taxIncluded } = line;
    return {
      rate,
      serviceCode,
      item,
      taxIncluded,
      net,
      tax,
      amount: taxIncluded ? net + tax : net,
    };
  });
}

/**
 * What the portal makes of a row, rounded once: of 100.04 without tax at 6 %, 6.00 (6.0024); of 106.00 with
 * tax, 106.00 − 100.00.
 */
export function portalTax({ amount, rate, taxIncluded }: FapiaoRow): MinorUnits {
  const exact = Rational.of(amount);
  return taxIncluded
    ? amount - roundHalfAwayFromZero(exact.dividedBy(Rational.ONE.plus(rate)))
    : roundHalfAwayFromZero(exact.times(rate));
}
