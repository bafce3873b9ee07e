/** Contracts that own no shift, though shifts were worked for their merchant that nobody owns. */
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import { textOf, wholeOf, type Database } from '../database.js';
import { firstOfRows, placeOf } from '../tables/row-place.js';

/**
 * Most likely the shifts are theirs, and their role, store or dates are not what the contract says: the
 * salary would be nothing, without a word. It blocks the merchant.
 */
export async function unownedWork(
  database: Database,
  { period, through }: BillingSpan,
): Promise<Problem[]> {
  const rows = await database.rows(`SELECT contracts.contract_id AS contract_id,
      contracts.merchant_id AS merchant_id, ${firstOfRows('shifts')}
    FROM contracts JOIN shifts ON shifts.merchant_id = contracts.merchant_id
    WHERE shifts.outcome = 'without_contract' AND list_contains(uses, 'shifts')
      AND starts_on <= '${through}' AND (ends_on IS NULL OR ends_on >= '${period.firstDay}')
      AND contracts.contract_id NOT IN (SELECT contract_id FROM shift_owners)
    GROUP BY ALL ORDER BY contract_id`);
  return rows.map((row) =>
    problem('shifts-unowned', placeOf(row), {
      contractId: textOf(row, 'contract_id'),
      rows: Number(wholeOf(row, 'row_count')),
    }),
  );
}
