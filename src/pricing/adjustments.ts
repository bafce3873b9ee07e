/** Adjustments: amounts that people add to a merchant's document, with a reason and an approval. */
import { toMajorUnits, type MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import type { BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import { isInForce, type Contract } from './contract.js';
import { figure, lineOf } from './line.js';
import { priced, type Priced } from './priced.js';

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

/** A line taxed as its contract is, or as the lowest contract id in force in its currency. */
export function priceAdjustment(
  adjustment: Adjustment,
  contracts: readonly Contract[],
  span: BillingSpan,
): Priced {
  const contract = contractOf(adjustment, contracts, span);
  if (contract === undefined) return priced([], [withoutContract(adjustment, span)]);
  const { reason, approvedBy } = adjustment;
  const line = lineOf(contract, span, {
    kind: 'adjustment',
    description: { zh: `调整：${reason}`, en: `Adjustment: ${reason}` },
    quantity: Rational.ONE,
    unit: 'adjustment',
    unitPrice: toMajorUnits(adjustment.amount, adjustment.currency),
    basis: [figure('reason', reason, adjustment.adjustmentId), figure('approved_by', approvedBy)],
  });
  return priced([line]);
}

function contractOf(
  { contractId, currency }: Adjustment,
  contracts: readonly Contract[],
  { period, through }: BillingSpan,
): Contract | undefined {
  if (contractId !== null) return contracts.find((contract) => contract.contractId === contractId);
  return contracts
    .filter((contract) => contract.currency.code === currency.code)
    .filter((contract) => isInForce(contract, period.firstDay, through))
    .sort((left, right) => (left.contractId < right.contractId ? -1 : 1))[0];
}

function withoutContract(adjustment: Adjustment, span: BillingSpan): Problem {
  return problem(
    'adjustment-without-contract',
    {
      file: 'adjustments.csv',
      record: adjustment.record,
      column: 'contract_id',
      merchantId: adjustment.merchantId,
    },
    {
      adjustmentId: adjustment.adjustmentId,
      merchantId: adjustment.merchantId,
      currency: adjustment.currency.code,
      period: span.period.id,
    },
  );
}
