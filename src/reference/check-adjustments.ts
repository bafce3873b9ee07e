/** Adjustments: what they name must exist and fit together. */
import { toMinorUnits } from '../money/amount.js';
import type { Contract } from '../pricing/plans/registry.js';
import { problem, type Problem } from '../problem.js';
import { nearestWord } from '../words/nearest-word.js';
import type { AdjustmentRow } from './reference-tables.js';
import type { RowOf } from './read-table.js';
import { ADJUSTMENTS } from './table-specs.js';

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
  const adjustmentId = row.adjustment_id;
  if (!isKnown) {
    return problem(
      'merchant-unknown',
      { ...place, column: 'merchant_id' },
      {
        case: 'adjustment',
        adjustmentId,
        merchantId: row.merchant_id,
        nearest: nearestWord(row.merchant_id, [...known.merchants]),
      },
    );
  }
  if (row.amount.fractionDigits > row.currency.fractionDigits) {
    return problem(
      'money-too-precise',
      { ...place, column: 'amount' },
      {
        case: 'adjustment',
        adjustmentId,
        digits: row.amount.fractionDigits,
        currency: row.currency.code,
        digitsMax: row.currency.fractionDigits,
      },
    );
  }
  if (row.contract_id === null) return null;
  if (known.ownerOfContract.get(row.contract_id) !== row.merchant_id) {
    return problem(
      'contract-unknown',
      { ...place, column: 'contract_id' },
      {
        case: 'adjustment',
        adjustmentId,
        contractId: row.contract_id,
        merchantId: row.merchant_id,
      },
    );
  }
  const contract = known.contractById.get(row.contract_id);
  if (contract !== undefined && contract.currency.code !== row.currency.code) {
    return problem(
      'adjustment-currency',
      { ...place, column: 'currency' },
      {
        adjustmentId,
        currency: row.currency.code,
        contractCurrency: contract.currency.code,
      },
    );
  }
  return null;
}
