/** Adjustments: what they name must exist and fit together. */
import { toMinorUnits } from '../money/amount.js';
import type { Contract } from '../pricing/plans/registry.js';
import { told, type Problem } from '../problem.js';
import { didYouMean } from '../words/did-you-mean.js';
import type { AdjustmentRow } from './reference-tables.js';
import type { RowOf } from './strict-csv.js';
import { ADJUSTMENTS } from './tables.js';

type AdjustmentCells = RowOf<(typeof ADJUSTMENTS)['shape']>;

interface AdjustmentContext {
  readonly merchants: ReadonlySet<string>;
  /** By contract id, of every row of contracts.csv; null where the merchant is unknown. */
  readonly ownerOfContract: ReadonlyMap<string, string | null>;
  /** Contracts without a problem. */
  readonly contractById: ReadonlyMap<string, Contract>;
}

/** Those without a problem, and the problems of the others. */
export function checkAdjustments(
  rows: readonly AdjustmentCells[],
  known: AdjustmentContext,
): { adjustments: AdjustmentRow[]; problems: Problem[] } {
  const adjustments: AdjustmentRow[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const found = adjustmentProblem(row, known);
    if (found !== null) {
      problems.push(found);
      continue;
    }
    adjustments.push({
      record: row.record,
      adjustmentId: row.adjustment_id,
      period: row.period,
      merchantId: row.merchant_id,
      contractId: row.contract_id,
      currency: row.currency,
      amount: toMinorUnits(row.amount.value, row.currency),
      reason: row.reason,
      approvedBy: row.approved_by,
    });
  }
  return { adjustments, problems };
}

function adjustmentProblem(row: AdjustmentCells, known: AdjustmentContext): Problem | null {
  const isKnown = known.merchants.has(row.merchant_id);
  const place = {
    file: ADJUSTMENTS.file,
    record: row.record,
    merchantId: isKnown ? row.merchant_id : null,
  };
  const id = row.adjustment_id;
  if (!isKnown) {
    return told(
      'merchant-unknown',
      { ...place, column: 'merchant_id' },
      `adjustment ${id} is of ${JSON.stringify(row.merchant_id)}, who is not in merchants.csv`,
      didYouMean(row.merchant_id, [...known.merchants], 'add the merchant'),
    );
  }
  if (row.amount.fractionDigits > row.currency.fractionDigits) {
    return told(
      'money-too-precise',
      { ...place, column: 'amount' },
      `adjustment ${id} has ${row.amount.fractionDigits} fraction digits, and ${row.currency.code} has ${row.currency.fractionDigits}`,
      'round it to what the currency has',
    );
  }
  if (row.contract_id === null) return null;
  if (known.ownerOfContract.get(row.contract_id) !== row.merchant_id) {
    return told(
      'contract-unknown',
      { ...place, column: 'contract_id' },
      `adjustment ${id} names ${JSON.stringify(row.contract_id)}, which is no contract of ${row.merchant_id}`,
      'name one of its contracts, or leave the cell blank',
    );
  }
  const contract = known.contractById.get(row.contract_id);
  if (contract !== undefined && contract.currency.code !== row.currency.code) {
    return told(
      'adjustment-currency',
      { ...place, column: 'currency' },
      `adjustment ${id} is in ${row.currency.code}, and its contract in ${contract.currency.code}`,
      'give it the currency of its contract',
    );
  }
  return null;
}
