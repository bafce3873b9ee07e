/**
 * Tax, computed once per rate on a document, as terms.
 *
 * > Excluded: net 1,000.00 at 6 %: tax 60.00. Included: gross 1,060.00 at 6 %: 1,060.00 − 1,000.00 = 60.00.
 */
import { toMajorUnits, type MinorUnits } from '../money/amount.js';
import type { Rational } from '../money/rational.js';
import { constant, figure, type Figure } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import { lineFigure } from '../pricing/line-sums.js';
import { difference, product, quotient, result, sum, type Term } from '../pricing/terms.js';
import type { Draft } from './document.js';

/** The base and the tax of one rate, each rounded once to the minor unit. */
export interface TaxTerms {
  readonly base: Term;
  readonly tax: Term;
}

/** Of the lines that are taxed at a rate: all with tax in their prices, or all without. */
export function taxTerms(
  { currency, lines }: Pick<Draft, 'currency' | 'lines'>,
  rate: Rational,
): TaxTerms {
  const isTaxed = ({ taxRate }: Line): boolean => taxRate.compare(rate) === 0;
  const figures = lines.flatMap((line, at) =>
    isTaxed(line) ? [lineFigure({ currency }, line, at + 1)] : [],
  );
  const share = figure('tax_rate', rate, { table: 'contracts', column: 'tax_rate' });
  const billed = result('taxed_lines', sum(figures), { currency });
  const rounded = { currency, isRounded: true } as const;
  if (lines.find(isTaxed)?.taxIncluded !== true) {
    return { base: billed, tax: result('tax', product(billed, share), rounded) };
  }
  const base = result('net_of_tax', quotient(billed, sum([constant(1n), share])), rounded);
  return { base, tax: result('tax', difference(billed, base), rounded) };
}

/** Net + tax. */
export function totalTerm({ currency, net, tax }: Pick<Draft, 'currency' | 'net' | 'tax'>): Term {
  const money = (name: 'net' | 'tax', amount: MinorUnits): Figure =>
    figure(name, toMajorUnits(amount, currency), { table: 'rule' }, { currency });
  return sum([money('net', net), money('tax', tax)]);
}
