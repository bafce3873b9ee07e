/**
 * `fee`: the monthly fee of a package × the contract's part of the month.
 *
 * > 3,500 for the whole month: 3,500.00; from 10-12: 3,500 × 20/31 = 2,258.06.
 */
import type { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import { activeShare } from '../active-share.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { contractFigure } from '../figures.js';
import { result } from '../terms.js';

export function feeLine(contract: ContractTerms, span: BillingSpan, rate: Rational): ContractLine {
  return lineOf(contract, span, {
    kind: 'fee',
    quantity: result('part_of_month', activeShare(contract, span)),
    unit: 'month',
    unitPrice: contractFigure('rate', rate, contract.currency),
  });
}
