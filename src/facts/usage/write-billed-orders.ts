/** Writes which orders the documents of a run bill: what later periods ask when a refund comes in. */
import type { BillingDocument } from '../billed-before.js';
import { quoted, quotedPath, wholeOf, type Database } from '../database.js';
import { emptyTable } from '../engine-tables/engine-tables.js';

const ORDER = 'order_id, number, contract_id';

/** The rows of the file that is made. */
export async function writeBilledOrders(
  database: Database,
  period: string,
  documents: readonly BillingDocument[],
  path: string,
): Promise<number> {
  await database.run(emptyTable('issued_documents'));
  await database.append(
    'issued_documents',
    documents.map(({ number, merchantId, currency, cancels }) => [
      number,
      merchantId,
      currency.code,
      cancels,
    ]),
  );
  await database.run(
    `COPY (${rowsOf(period)}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const [counted] = await database.rows(
    `SELECT num_rows FROM parquet_file_metadata(${quoted(path)})`,
  );
  await database.run('DROP TABLE issued_documents');
  return counted === undefined ? 0 : Number(wholeOf(counted, 'num_rows'));
}

/** Makes one file of several, each of which has orders of its own. */
export async function joinBilledOrders(
  database: Database,
  parts: readonly string[],
  path: string,
): Promise<void> {
  await database.run(`COPY (
    SELECT * FROM read_parquet([${parts.map(quotedPath).join(', ')}], hive_partitioning = false)
    ORDER BY ${ORDER}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
}

/** An order of the span with all that is taken off it, an earlier one with what a late refund takes off. */
function rowsOf(period: string): string {
  const id = quoted(period);
  return `
    WITH orders AS (
      SELECT order_id, contract_id, currency, ${id} AS order_period, amount_minor AS amount,
        coalesce(deducted, 0)::BIGINT AS deducted, paid_at_local AS paid_at, store_id,
        coalesce(nullif(read.agent_id, ''), order_agents.agent_id, '') AS agent_id
      FROM order_outcomes AS read LEFT JOIN order_deductions USING (order_id)
        LEFT JOIN order_agents USING (order_id)
      WHERE outcome = 'billed'
      UNION ALL
      SELECT order_id, contract_id, currency, order_period, amount_minor, deducted::BIGINT,
        paid_at_local, store_id, agent_id
      FROM refunded_orders JOIN order_deductions USING (order_id) WHERE order_period <> ${id}
    ), documents AS (
      SELECT number, contract_id, contracts.merchant_id, excludes, late_refund_terms
      FROM contracts JOIN issued_documents USING (merchant_id, currency) WHERE cancels IS NULL
    )
    SELECT ${id} AS period, number, NULL::VARCHAR AS cancels, merchant_id, contract_id, NULL::VARCHAR AS late_refund_terms,
      order_id, orders.currency, order_period, amount, deducted, excludes AND deducted > 0 AS is_excluded,
      paid_at, store_id, agent_id
    FROM orders JOIN documents USING (contract_id)
    UNION ALL BY NAME
    SELECT ${id} AS period, number, merchant_id, contract_id, late_refund_terms
    FROM documents SEMI JOIN orders USING (contract_id)
    UNION ALL BY NAME
    SELECT ${id} AS period, number, cancels, merchant_id FROM issued_documents WHERE cancels IS NOT NULL
    ORDER BY ${ORDER}`;
}
