/** Rows of contract-surcharges.csv → the surcharges of a contract. */
import type { ClockWindow, Surcharge } from '../pricing/contract.js';
import { problem, type Problem } from '../problem.js';
import type { RowOf } from './read-table.js';
import { CONTRACT_SURCHARGES } from './table-specs.js';

export type SurchargeCells = RowOf<(typeof CONTRACT_SURCHARGES)['shape']>;

const DAY_MINUTES = 24 * 60;

/** In the order of the file: of equal multipliers the first row counts. */
export function surchargesOf(
  rows: readonly SurchargeCells[],
  merchantId: string,
): { surcharges: Surcharge[]; problems: Problem[] } {
  return {
    surcharges: rows.map((row) => ({
      name: row.surcharge,
      dayTag: row.day_tag,
      window: windowOf(row),
      multiplier: row.multiplier,
    })),
    problems: rows.flatMap((row) => windowProblems(row, merchantId)),
  };
}

/** A blank edge is the end of the day on its side. */
function windowOf({ window_start: start, window_end: end }: SurchargeCells): ClockWindow {
  return { startMinute: start ?? 0, endMinute: end ?? DAY_MINUTES };
}

/** Equal edges are no window: nobody can say whether they mean all of the day or nothing. */
function windowProblems(row: SurchargeCells, merchantId: string): Problem[] {
  const { startMinute, endMinute } = windowOf(row);
  if (startMinute !== endMinute) return [];
  const { record, contract_id: contractId, surcharge } = row;
  return [
    problem(
      'number-out-of-range',
      { file: CONTRACT_SURCHARGES.file, record, column: 'window_end', merchantId },
      { case: 'surcharge-window', contractId, surcharge },
    ),
  ];
}
