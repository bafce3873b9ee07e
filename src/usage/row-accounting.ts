/** Every row accounted for: rows read = rows billed + rows left out, by reason + rows rejected. */
import { assert } from '../problem.js';
import { textOf, wholeOf, type Database } from './database.js';
import { FACT_TABLE_NAMES } from './fact-schema.js';

/** Why a row became what it did. */
const ROW_OUTCOMES = [
  'billed',
  'rejected',
  'exact_duplicate',
  'unknown_merchant',
  'unknown_order',
  'other_period',
  'silent_order',
  'not_used_by_plan',
  'without_contract',
  'absent',
  'leave',
  'evidence',
  'outside_window',
  'zero_amount',
  'order_rejected',
  'order_not_billed',
  'order_already_excluded',
] as const;
type RowOutcome = (typeof ROW_OUTCOMES)[number];

export interface AccountedRows {
  readonly file: string;
  readonly table: string;
  readonly outcome: RowOutcome;
  readonly rows: bigint;
}

/** The outcomes of every file's rows. A row without an outcome is a broken promise. */
export async function accountForRows(database: Database): Promise<AccountedRows[]> {
  const accounted: AccountedRows[] = [];
  for (const table of FACT_TABLE_NAMES) {
    const rows = await database.rows(
      `SELECT file, outcome, count(*) AS row_count FROM ${table} GROUP BY ALL ORDER BY file, outcome`,
    );
    for (const row of rows) {
      const outcome = ROW_OUTCOMES.find((known) => known === textOf(row, 'outcome'));
      assert(outcome !== undefined, `every row of ${textOf(row, 'file')} has an outcome`);
      accounted.push({
        file: textOf(row, 'file'),
        table,
        outcome,
        rows: wholeOf(row, 'row_count'),
      });
    }
  }
  return accounted;
}
