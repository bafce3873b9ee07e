/**
 * `minimum`: what the contract's lines lack to minimum_fee × active days / period days; no line where
 * they lack nothing, or where the contract has no active day.
 *
 * > Minimum 1,200 for 31 of 31 days, lines of 900.00: 1,200.00 − 900.00 = 300.00.
 */
import { activeDates, type BillingSpan } from '../../period/period.js';
import { activeShare } from '../active-share.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { constant, contractFigure } from '../figures.js';
import { sumOfLines } from '../line-sums.js';
import { difference, product, result } from '../terms.js';

/** `lines` are all of the contract so far. */
export function minimumLines(
  contract: ContractTerms,
  span: BillingSpan,
  lines: readonly ContractLine[],
): ContractLine[] {
  const { minimumFee, currency, startsOn, endsOn } = contract;
  if (minimumFee === null || activeDates(span, startsOn, endsOn).days === 0) return [];
  const fee = contractFigure('minimum_fee', minimumFee, currency);
  const minimum = result('minimum', product(fee, activeShare(contract, span)), { currency });
  const missing = difference(minimum, sumOfLines(contract, lines));
  const line = lineOf(contract, span, {
    kind: 'minimum',
    quantity: constant(1n),
    unit: 'minimum',
    unitPrice: result('missing_to_minimum', missing, { currency, isRounded: true }),
  });
  return line.amount > 0n ? [line] : [];
}
