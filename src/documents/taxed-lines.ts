/**
 * The tax of each line. A document computes its tax once per rate; books that want it by line get
 * the document's tax, allocated so that it adds up: see `allocate`.
 */
import { allocate } from '../money/allocate.js';
import type { MinorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import type { Line } from '../pricing/line.js';
import type { Document, TaxSubtotal } from './document.js';

export interface TaxedLine {
  readonly line: Line;
  /** Without tax. */
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
}

/**
 * In the order of the lines; per rate, `net` adds up to the base and `tax` to the tax of the document.
 *
 * > Tax included at 6 %, 100.00 and 50.00: base 150.00 / 1.06 = 141.51, tax 8.49. Shares of the tax:
 * > 5.66038 and 2.83019, cut to 5.66 and 2.83, which add up: net 94.34 and 47.17.
 */
export function taxedLines({ lines, taxes }: Pick<Document, 'lines' | 'taxes'>): TaxedLine[] {
  const taxOf = new Map(taxes.flatMap((subtotal) => [...allocated(lines, subtotal)]));
  return lines.map((line) => {
    const tax = taxOf.get(line) ?? 0n;
    return { line, tax, net: line.taxIncluded ? line.amount - tax : line.amount };
  });
}

function allocated(lines: readonly Line[], { rate, tax }: TaxSubtotal): Map<Line, MinorUnits> {
  const taxed = lines.filter(({ taxRate }) => taxRate.compare(rate) === 0);
  const parts = allocate(tax, taxed.map(exactTax));
  return new Map(taxed.map((line, at) => [line, parts[at] ?? 0n]));
}

function exactTax({ amount, taxRate, taxIncluded }: Line): Rational {
  const share = taxIncluded ? taxRate.dividedBy(Rational.ONE.plus(taxRate)) : taxRate;
  return Rational.of(amount).times(share);
}
