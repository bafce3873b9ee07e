/** Orders that refunds and attributions name and that are not among their facts: they may lie in another bucket. */
import { quoted, quotedPath, textOf, type Database } from '../database.js';

/** A refund or an attribution that lies apart from its order. */
export interface StrayOrder {
  readonly table: string;
  readonly orderId: string;
  /** The bucket in which it is named. */
  readonly namedIn: string;
}

/** Keeps in a file the orders that are not found. */
export async function writeStrayOrders(
  database: Database,
  bucket: string,
  path: string,
): Promise<void> {
  await database.run(`COPY (
    SELECT DISTINCT 'refunds' AS named_by, ${quoted(bucket)} AS bucket, order_id
      FROM refunds WHERE outcome = 'unknown_order'
    UNION SELECT 'attributions', ${quoted(bucket)}, order_id FROM attributions WHERE outcome = 'unknown_order'
    ) TO ${quoted(path)} (FORMAT parquet)`);
}

/** Of the orders that are not found in the buckets of those files, one for each table and bucket that lies here. */
export async function findStrayOrders(
  database: Database,
  paths: readonly string[],
): Promise<StrayOrder[]> {
  const rows = await database.rows(`SELECT named_by, bucket, min(order_id) AS order_id
    FROM read_parquet([${paths.map(quotedPath).join(', ')}], hive_partitioning = false)
    SEMI JOIN orders USING (order_id) GROUP BY ALL ORDER BY ALL`);
  return rows.map((row) => ({
    table: textOf(row, 'named_by'),
    orderId: textOf(row, 'order_id'),
    namedIn: textOf(row, 'bucket'),
  }));
}
