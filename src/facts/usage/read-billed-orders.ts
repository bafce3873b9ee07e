/** Reads back which orders earlier periods billed, of those alone that have a refund in the input. */
import { contractOfLateRefunds } from '../../pricing/late-refund-terms.js';
import type { Contract } from '../../pricing/plans/registry.js';
import type { BilledBefore } from '../billed-before.js';
import { quotedPath, textOf, type Database } from '../database.js';
import { emptyTable } from '../engine-tables/engine-tables.js';
import { addContract } from './load-contracts.js';

/**
 * Makes `published_periods`, `billed_before` and `deducted_before`. What stands is what the documents
 * say that no other cancels; the files lie with their batches, and are known to be as published.
 *
 * Gives the contracts that billed such orders and that the input has no more, as far as late refunds
 * need them; they are among the loaded ones by then.
 */
export async function readBilledOrders(
  database: Database,
  { periods, files }: BilledBefore,
): Promise<Contract[]> {
  await database.run(`${emptyTable('published_periods')} ${emptyTable('kept_orders')}`);
  await database.append(
    'published_periods',
    periods.map((period) => [period]),
  );
  if (files.length > 0) await database.run(keepStanding(files));
  await database.run(`
    CREATE TEMP TABLE billed_before AS SELECT * FROM kept_orders WHERE order_period = period
      QUALIFY row_number() OVER (PARTITION BY order_id ORDER BY period, number) = 1;
    CREATE TEMP TABLE deducted_before AS
      SELECT order_id, sum(deducted)::HUGEINT AS deducted, bool_or(is_excluded) AS is_excluded
      FROM kept_orders GROUP BY order_id`);
  return files.length === 0 ? [] : contractsGone(database, files);
}

async function contractsGone(database: Database, files: readonly string[]): Promise<Contract[]> {
  const rows = await database.rows(`SELECT arg_max(late_refund_terms, period) AS terms
    FROM ${standing(files)} AND late_refund_terms IS NOT NULL
      AND contract_id IN (SELECT contract_id FROM billed_before)
      AND contract_id NOT IN (SELECT contract_id FROM contracts)
    GROUP BY contract_id ORDER BY contract_id`);
  const contracts = rows.map((row) => contractOfLateRefunds(textOf(row, 'terms')));
  for (const contract of contracts) await addContract(database, contract);
  return contracts;
}

function keepStanding(files: readonly string[]): string {
  return `INSERT INTO kept_orders BY NAME SELECT * EXCLUDE (cancels, late_refund_terms)
    FROM ${standing(files)} AND order_id IN (SELECT order_id FROM refunds)`;
}

/** SQL: what the documents say that no other cancels; a condition may follow. */
function standing(files: readonly string[]): string {
  return `${published(files)}
    WHERE number NOT IN (SELECT cancels FROM ${published(files)} WHERE cancels IS NOT NULL)`;
}

function published(files: readonly string[]): string {
  return `read_parquet([${files.map(quotedPath).join(', ')}], hive_partitioning = false)`;
}
