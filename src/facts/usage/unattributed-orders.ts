/** Orders for which a contract pays commission, in files that name no agent anywhere: it would pay none, in silence. */
import { problem, type Problem } from '../../problem.js';
import { textOf, wholeOf, type Database } from '../database.js';

/**
 * One for each merchant and file. Who truly has silent orders alone says so by a table of attributions
 * with its header alone.
 */
export async function unattributedOrders(database: Database): Promise<Problem[]> {
  const rows =
    await database.rows(`SELECT file, merchant_id, sum(orders)::BIGINT AS row_count FROM order_sums
    WHERE outcome = 'silent_order' AND file NOT IN (SELECT file FROM order_sums WHERE outcome = 'billed')
      AND file NOT IN (SELECT file FROM orders WHERE agent_id <> '')
    GROUP BY file, merchant_id ORDER BY file, merchant_id`);
  return rows.map((row) =>
    problem(
      'orders-unattributed',
      { file: textOf(row, 'file'), column: 'agent_id', merchantId: textOf(row, 'merchant_id') },
      { orders: Number(wholeOf(row, 'row_count')) },
    ),
  );
}
