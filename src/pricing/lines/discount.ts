/**
 * `discount`: −discount_rate × the sum of the contract's lines so far; no line at 0.
 *
 * > Lines of 1,000.00, 10 %: −100.00.
 */
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, unlessZero, type ContractLine } from '../contract-line.js';
import { contractFigure } from '../figures.js';
import { sumOfLines } from '../line-sums.js';
import { negated } from '../terms.js';

/** `lines` are all of the contract so far. */
export function discountLines(
  contract: ContractTerms,
  span: BillingSpan,
  lines: readonly ContractLine[],
): ContractLine[] {
  if (contract.discountRate === null) return [];
  return unlessZero(
    lineOf(contract, span, {
      kind: 'discount',
      quantity: sumOfLines(contract, lines),
      unit: contract.currency.code,
      unitPrice: negated(contractFigure('discount_rate', contract.discountRate)),
    }),
  );
}
