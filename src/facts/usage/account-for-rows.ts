/** Every row accounted for: rows read = rows billed + rows left out, by reason + rows rejected. */
import { append } from '../../append.js';
import { groupBy } from '../../group-by.js';
import type { MinorUnits } from '../../money/amount.js';
import { findCurrency, type Currency } from '../../money/currency.js';
import { assert } from '../../problem.js';
import { textOf, wholeOf, type Database, type Row } from '../database.js';
import { emptyTable } from '../engine-tables/engine-tables.js';
import type { FactTableName } from '../fact-tables.js';
import type { LeftOutRows } from '../tables/load-facts.js';
import { ROW_OUTCOMES, type RowOutcome } from '../../row-outcome.js';

export interface AccountedRows {
  readonly file: string;
  readonly table: string;
  readonly outcome: RowOutcome;
  readonly rows: bigint;
  /** Of orders, refunds and adjustments that could be read; null otherwise. */
  readonly money: { readonly currency: Currency; readonly amount: MinorUnits } | null;
}

/** What the engine read of each table, counted before anything was made of it. */
export type ReadTables = ReadonlyMap<
  FactTableName,
  {
    /** By file. */
    readonly rowsRead: ReadonlyMap<string, bigint>;
    /** Rows that a source leaves out; they are in no table. */
    readonly leftOut: readonly LeftOutRows[];
  }
>;

/** Makes the view `row_sums`: nothing of it is counted before it is asked for. */
export async function viewRowSums(database: Database): Promise<void> {
  await database.run(`CREATE TEMP VIEW row_sums AS
    SELECT 'orders' AS fact_table, ${placed('order_sums')}, outcome, merchant_id, currency,
        sum(orders)::BIGINT AS row_count, sum(amount)::HUGEINT AS amount
      FROM order_sums GROUP BY ALL
    UNION ALL
    SELECT 'refunds', ${placed('refunds')}, outcome, merchant_id, code, count(*),
        sum(minor_units(amount, digits))::HUGEINT
      FROM refunds LEFT JOIN (${ofOrders('FROM refunded_orders')}) USING (order_id)
      LEFT JOIN currencies ON code = currency AND NOT refunds.is_faulty
      GROUP BY ALL
    UNION ALL
    SELECT 'attributions', ${placed('attributions')}, outcome, merchant_id, NULL, count(*), NULL
      FROM attributions
      LEFT JOIN (${ofOrders('FROM orders SEMI JOIN attributions USING (order_id)')}) USING (order_id)
      GROUP BY ALL
    UNION ALL
    SELECT 'shifts', ${placed('shifts')}, outcome, merchant_id, NULL, count(*), NULL FROM shifts GROUP BY ALL
    UNION ALL
    SELECT 'consultations', ${placed('consultations')}, outcome, merchant_id, NULL, count(*), NULL
      FROM consultations GROUP BY ALL`);
}

/** Files in the order in which they were read. */
function placed(table: string): string {
  return `enum_code(${table}.file)::INTEGER AS file_place, ${table}.file::VARCHAR AS file`;
}

/** What rows that name an order know of it. */
function ofOrders(orders: string): string {
  return `SELECT order_id, min(merchant_id) AS merchant_id, min(currency) AS currency
    ${orders} GROUP BY order_id`;
}

/**
 * The outcomes of every file's rows; nothing is billed to a blocked merchant. A sum that does not close
 * is a broken promise.
 */
export async function accountForRows(
  database: Database,
  readTables: ReadTables,
  blocked: ReadonlySet<string>,
): Promise<AccountedRows[]> {
  await database.run(emptyTable('blocked_merchants'));
  await database.append(
    'blocked_merchants',
    [...blocked].map((id) => [id]),
  );
  const found = groupBy(await database.rows(OUTCOMES), (row) => textOf(row, 'fact_table'));
  await database.run('DROP TABLE blocked_merchants');
  const accounted: AccountedRows[] = [];
  for (const [table, { rowsRead, leftOut }] of readTables) {
    const rows = (found.get(table) ?? []).map((row) => accountOf(table, row));
    const all = [...rows, ...leftOut.map((left) => ({ ...left, table, money: null }))];
    for (const [file, read] of rowsRead) {
      const sum = all
        .filter((one) => one.file === file)
        .reduce((total, one) => total + one.rows, 0n);
      assert(sum === read, `the ${String(read)} rows of ${file} in ${table} are all accounted for`);
    }
    append(accounted, all);
  }
  return accounted;
}

/** A blocked merchant's contracts may be in error: what none of them owns or uses is blocked too. */
const OUTCOMES = `SELECT fact_table, file_place, file, CASE
      WHEN outcome IN ('billed', 'not_used_by_plan', 'without_contract')
        AND merchant_id IN (SELECT merchant_id FROM blocked_merchants)
      THEN 'blocked_merchant' ELSE outcome END::row_outcome AS outcome,
    currency, sum(row_count)::HUGEINT AS row_count, sum(amount)::HUGEINT AS amount
  FROM row_sums GROUP BY ALL ORDER BY fact_table, file_place, outcome, currency`;

function accountOf(table: FactTableName, row: Row): AccountedRows {
  const file = textOf(row, 'file');
  const outcome = ROW_OUTCOMES.find((known) => known === textOf(row, 'outcome'));
  assert(outcome !== undefined, `every row of ${file} has an outcome`);
  const currency = findCurrency(textOf(row, 'currency'));
  const money = currency === undefined ? null : { currency, amount: wholeOf(row, 'amount') };
  return { file, table, outcome, rows: wholeOf(row, 'row_count'), money };
}
