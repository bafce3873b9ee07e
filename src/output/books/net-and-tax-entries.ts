/** A document for a sheet without a tax column: its lines without tax, then the tax of each rate. */
import type { Document } from '../../documents/document.js';
import { taxedLines } from '../../documents/taxed-lines.js';
import type { MinorUnits } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { CodeBook } from './code-book.js';
import { descriptionOf } from './profile.js';

export interface NetOrTaxEntry {
  readonly item: string;
  readonly description: string;
  readonly account: string;
  readonly amount: MinorUnits;
}

const PERCENT = Rational.of(100n);

/** Their sum is the document's total; a rate without tax has no entry. */
export function netAndTaxEntries(document: Document, codes: CodeBook): NetOrTaxEntry[] {
  const lines = taxedLines(document).map(({ line, net }) => ({
    item: codes.item(line.plan),
    description: descriptionOf(document, line),
    account: codes.account(line.plan),
    amount: net,
  }));
  const taxes = document.taxes
    .filter(({ tax }) => tax !== 0n)
    .map(({ rate, tax }) => ({
      item: taxName(rate),
      description: taxName(rate),
      account: codes.outputTax(rate),
      amount: tax,
    }));
  return [...lines, ...taxes];
}

/** 0.06 → `销项税 Output tax 6%`. */
function taxName(rate: Rational): string {
  return `销项税 Output tax ${rate.times(PERCENT).toDecimal()}%`;
}
