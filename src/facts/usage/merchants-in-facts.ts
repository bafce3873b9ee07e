/** Whose facts there are. */
import { textOf, type Database } from '../database.js';

/** The known merchants of every row that was read, and of late refunds, whose orders the ledger alone may know. */
export async function merchantsInFacts(database: Database): Promise<Set<string>> {
  const rows = await database.rows(`SELECT merchant_id FROM merchants SEMI JOIN (
    SELECT merchant_id FROM shifts UNION SELECT merchant_id FROM consultations
    UNION SELECT merchant_id FROM order_sums UNION SELECT merchant_id FROM refunded_orders)
    USING (merchant_id) ORDER BY merchant_id`);
  return new Set(rows.map((row) => textOf(row, 'merchant_id')));
}
