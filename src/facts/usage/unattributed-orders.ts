/** Orders for which a contract pays commission, in files that name no agent anywhere: it would pay none, in silence. */
import { problem, type Problem } from '../../problem.js';
import { textOf, wholeOf, type Database } from '../database.js';

/** Parts of one table or export: all of `orders/`, and files whose names differ in digits and marks alone. */
const EXPORT_OF_FILE = `CASE WHEN starts_with(file, 'orders/') THEN 'orders/'
  ELSE regexp_replace(file, '[^\\p{L}/]+', '', 'g') END`;

/**
 * One for each merchant and export, at its first file: a quiet day's file may well hold silent orders
 * alone. Who truly has no others says so by a table of attributions with its header alone.
 */
export async function unattributedOrders(database: Database): Promise<Problem[]> {
  const rows =
    await database.rows(`SELECT min(file) AS file, merchant_id, sum(orders)::BIGINT AS row_count
    FROM order_sums WHERE outcome = 'silent_order'
      AND ${EXPORT_OF_FILE} NOT IN (SELECT ${EXPORT_OF_FILE} FROM order_sums WHERE outcome = 'billed')
      AND ${EXPORT_OF_FILE} NOT IN
        (SELECT ${EXPORT_OF_FILE} FROM (SELECT DISTINCT file FROM orders WHERE agent_id <> ''))
    GROUP BY ${EXPORT_OF_FILE}, merchant_id ORDER BY file, merchant_id`);
  return rows.map((row) =>
    problem(
      'orders-unattributed',
      { file: textOf(row, 'file'), column: 'agent_id', merchantId: textOf(row, 'merchant_id') },
      { orders: Number(wholeOf(row, 'row_count')) },
    ),
  );
}

/** Whether any order names the agent who led to it. */
export async function ordersNameAgents(database: Database): Promise<boolean> {
  const found = await database.rows(`SELECT 1 FROM orders WHERE agent_id <> '' LIMIT 1`);
  return found.length > 0;
}
