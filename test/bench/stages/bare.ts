/** What is compared with: one bare aggregate over the typed orders, by the engine alone. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB' });
const connection = await instance.connect();
await connection.runAndReadAll(`
  SELECT count(*) FROM (
    SELECT merchant_id, store_id, paid_at::DATE AS date, sum(amount), count(*)
    FROM read_csv('${join(folder, 'orders.csv')}', header = true, auto_detect = false, columns = {
      order_id: 'VARCHAR', merchant_id: 'VARCHAR', store_id: 'VARCHAR', paid_at: 'TIMESTAMP',
      amount: 'DECIMAL(18, 2)', currency: 'VARCHAR', agent_id: 'VARCHAR'})
    GROUP BY ALL)`);
