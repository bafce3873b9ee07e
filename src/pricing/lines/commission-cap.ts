/**
 * `commission_cap`: what brings the commission lines down to the cap; no line where they do not exceed
 * it. The cap is for a month or a part of it alike.
 *
 * > Commission 2,400.00, cap 2,000: −400.00.
 */
import type { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { constant, contractFigure } from '../figures.js';
import { sumOfLines } from '../line-sums.js';
import { difference } from '../terms.js';

/** `lines` are all of the contract so far. */
export function commissionCapLines(
  contract: ContractTerms,
  span: BillingSpan,
  cap: Rational | null,
  lines: readonly ContractLine[],
): ContractLine[] {
  if (cap === null || !lines.some(({ kind }) => kind === 'commission')) return [];
  const commission = sumOfLines(contract, lines, ({ kind }) => kind === 'commission');
  const line = lineOf(contract, span, {
    kind: 'commission_cap',
    quantity: constant(1n),
    unit: 'cap',
    unitPrice: difference(contractFigure('commission_cap', cap, contract.currency), commission),
  });
  return line.amount < 0n ? [line] : [];
}
