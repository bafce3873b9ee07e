/** `adjustment`: an amount that people add by hand, with a reason and an approval. */
import { toMajorUnits, type MinorUnits } from '../../money/amount.js';
import type { Currency } from '../../money/currency.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { constant, figure } from '../figures.js';

export interface Adjustment {
  readonly record: number;
  readonly adjustmentId: string;
  readonly merchantId: string;
  readonly contractId: string | null;
  readonly currency: Currency;
  readonly amount: MinorUnits;
  readonly reason: string;
  readonly approvedBy: string;
}

/** The line, taxed as `contract` is. */
export function adjustmentLine(
  contract: ContractTerms,
  span: BillingSpan,
  { adjustmentId, currency, amount, reason, approvedBy }: Adjustment,
): ContractLine {
  const source = { table: 'adjustments', adjustmentId, approvedBy } as const;
  return lineOf(contract, span, {
    kind: 'adjustment',
    subject: { reason },
    quantity: constant(1n),
    unit: 'adjustment',
    unitPrice: figure('adjustment', toMajorUnits(amount, currency), source, {
      currency,
      of: adjustmentId,
    }),
  });
}
