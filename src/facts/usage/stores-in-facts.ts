/** The stores that facts name. */
import { textOf, type Database } from '../database.js';

/** By merchant whom anybody has written down, of every row that was read, whatever became of it. */
export async function storesInFacts(database: Database): Promise<Map<string, Set<string>>> {
  const rows = await database.rows(`
    SELECT merchant_id, store_id FROM (
      SELECT merchant_id, store_id FROM shifts WHERE store_id <> ''
      UNION SELECT merchant_id, store_id FROM consultations WHERE store_id <> ''
      UNION SELECT merchant_id, store_id FROM order_sums WHERE store_id <> ''
    ) SEMI JOIN merchants USING (merchant_id)`);
  const stores = new Map<string, Set<string>>();
  for (const row of rows) {
    const merchantId = textOf(row, 'merchant_id');
    const known = stores.get(merchantId) ?? new Set();
    stores.set(merchantId, known.add(textOf(row, 'store_id')));
  }
  return stores;
}
