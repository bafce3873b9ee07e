/**
 * `maximum`: what brings the contract's lines down to maximum_fee × active days / period days; no line
 * where they do not exceed it, or where the contract has no active day.
 *
 * > Maximum 5,000 for 31 of 31 days, lines of 6,200.00: 5,000.00 − 6,200.00 = −1,200.00.
 */
import { activeDates, type BillingSpan } from '../../period/period.js';
import { activeShare } from '../active-share.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { constant, contractFigure } from '../figures.js';
import { sumOfLines } from '../line-sums.js';
import { difference, product, result } from '../terms.js';

/** `lines` are all of the contract so far. */
export function maximumLines(
  contract: ContractTerms,
  span: BillingSpan,
  lines: readonly ContractLine[],
): ContractLine[] {
  const { maximumFee, currency, startsOn, endsOn } = contract;
  if (maximumFee === null || activeDates(span, startsOn, endsOn).days === 0) return [];
  const fee = contractFigure('maximum_fee', maximumFee, currency);
  const maximum = result('maximum', product(fee, activeShare(contract, span)), { currency });
  const line = lineOf(contract, span, {
    kind: 'maximum',
    quantity: constant(1n),
    unit: 'maximum',
    unitPrice: difference(maximum, sumOfLines(contract, lines)),
  });
  return line.amount < 0n ? [line] : [];
}
