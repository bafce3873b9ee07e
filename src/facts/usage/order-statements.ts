/**
 * Statements of orders, as CSV: each order of a merchant with what became of it. They are written by
 * the engine, a merchant at a time; only whole files pass through this program.
 */
import { quoted, textOf, type Database } from '../database.js';
import { emptyTable } from '../engine-tables/engine-tables.js';

export interface OrderStatement {
  readonly merchantId: string;
  /** Without a byte-order mark; rows in order of payment. A repeat of an order deducts nothing. */
  readonly csv: string;
}

/** The first columns: ids alone may hold what a spreadsheet or a CSV takes for its own. */
const COLUMNS_WITH_IDS = ['order_id', 'store_id', 'paid_at', 'agent_id', 'contract_id'] as const;
const OTHER_COLUMNS = [
  'outcome',
  'currency',
  'amount',
  'attributed_sales',
  'refunds',
  'late_refunds',
  'net_sales',
  'exchange_rate',
] as const;
const COLUMNS = [...COLUMNS_WITH_IDS, ...OTHER_COLUMNS];

/** How ids stand in a statement: so that a spreadsheet that opens the CSV leaves them whole, or as they are. */
export type IdsOfStatements = 'for spreadsheets' | 'as they are';

const MERCHANTS_PER_QUERY = 500;

/** Makes what the statements look up beside the orders: rates, deductions and who an order is attributed to. */
export async function prepareOrderStatements(
  database: Database,
  exchangeRates: readonly { from: string; to: string; rate: string }[],
): Promise<void> {
  await database.run(emptyTable('exchange_rates'));
  await database.append(
    'exchange_rates',
    exchangeRates.map(({ from, to, rate }) => [from, to, rate]),
  );
  await database.run(`
    CREATE TEMP TABLE contract_rates AS SELECT contract_id, from_currency, rate
      FROM exchange_rates JOIN contracts ON contracts.currency = to_currency;
    CREATE TEMP TABLE order_deductions AS
      SELECT deductions.order_id, sum(deducted)::HUGEINT AS deducted FROM deductions JOIN refunds USING (file, record)
      WHERE refunds.outcome = 'billed' GROUP BY deductions.order_id;
    CREATE TEMP TABLE order_agents AS
      SELECT order_id, min(agent_id) AS agent_id FROM attributions
      WHERE outcome NOT IN ('rejected', 'exact_duplicate') GROUP BY order_id;`);
}

/** The statements of some merchants: orders of the span, and earlier ones that late refunds are counted for. None without an order to show. */
export async function* orderStatements(
  database: Database,
  merchantIds: readonly string[],
  ids: IdsOfStatements = 'for spreadsheets',
): AsyncGenerator<OrderStatement> {
  for (let from = 0; from < merchantIds.length; from += MERCHANTS_PER_QUERY) {
    const some = merchantIds.slice(from, from + MERCHANTS_PER_QUERY);
    for (const row of await database.rows(statementsOf(some, ids === 'for spreadsheets'))) {
      const csv = `${COLUMNS.join(',')}\r\n${textOf(row, 'lines')}\r\n`;
      yield { merchantId: textOf(row, 'merchant_id'), csv };
    }
  }
}

/** The cells of a row that hold ids, joined by commas: as they are in most rows, each guarded in the others. */
function cellsWithIds(isForSpreadsheets: boolean): string {
  const cells = COLUMNS_WITH_IDS.map((name) =>
    isForSpreadsheets && name === 'order_id' ? `kept_as_text(${name})` : name,
  );
  const guarded = isForSpreadsheets ? 'harmless(cell)' : 'cell';
  return `CASE WHEN is_plain(ids) AND strlen(ids) - strlen(replace(ids, ',', '')) = 3 THEN ${joined(cells)}
    ELSE array_to_string(list_transform([${cells.join(', ')}], lambda cell: csv_cell(${guarded})), ',') END`;
}

function joined(cells: readonly string[]): string {
  return cells.join(` || ',' || `);
}

function statementsOf(merchantIds: readonly string[], isForSpreadsheets: boolean): string {
  return `
    WITH shown AS (
      SELECT orders.file, orders.record, orders.order_id, orders.merchant_id, orders.store_id,
        orders.currency, orders.outcome, amount_minor, paid_at_local, paid_at_instant,
        coalesce(orders.contract_id, '') AS contract_id,
        CASE WHEN orders.outcome IN ('exact_duplicate', 'source_joined') THEN 0 ELSE coalesce(deducted, 0) END AS deducted,
        digits, coalesce(rate, '') AS exchange_rate,
        is_earlier,
        CASE WHEN orders.outcome = 'billed' THEN amount_minor ELSE 0 END AS attributed,
        coalesce(nullif(orders.agent_id, ''), order_agents.agent_id, '') AS agent_id
      FROM (
        SELECT file, record, order_id, merchant_id, store_id, paid_at_local, paid_at_instant, amount_minor,
          currency, agent_id, outcome, contract_id, false AS is_earlier
        FROM order_outcomes WHERE NOT is_faulty AND outcome <> 'other_period'
        UNION ALL
        SELECT NULL, NULL, order_id, merchant_id, store_id, paid_at_local, paid_at_instant, amount_minor,
          currency, agent_id, outcome, contract_id, true
        FROM refunded_orders SEMI JOIN order_deductions USING (order_id) WHERE outcome = 'other_period'
      ) AS orders
      LEFT JOIN order_deductions USING (order_id)
      LEFT JOIN order_agents USING (order_id)
      LEFT JOIN contract_rates AS rates
        ON rates.contract_id = orders.contract_id AND from_currency = orders.currency
      JOIN currencies ON currencies.code = orders.currency
      WHERE orders.merchant_id IN (${merchantIds.map(quoted).join(', ')})
        AND (NOT is_earlier OR deducted > 0)
    ), texts AS (
      SELECT * REPLACE (CASE WHEN is_earlier THEN 'late_refund' ELSE outcome::VARCHAR END AS outcome),
        shown_time(paid_at_local) AS paid_at,
        decimal_text(amount_minor, digits) AS amount,
        decimal_text(attributed, digits) AS attributed_sales,
        decimal_text(CASE WHEN is_earlier THEN 0 ELSE deducted END, digits) AS refunds,
        decimal_text(CASE WHEN is_earlier THEN deducted ELSE 0 END, digits) AS late_refunds,
        decimal_text(attributed - deducted, digits) AS net_sales,
        order_id || ',' || store_id || ',' || agent_id || ',' || contract_id AS ids
      FROM shown
    ), lines AS (
      SELECT merchant_id, paid_at_instant, order_id, file, record,
        ${cellsWithIds(isForSpreadsheets)} || ',' || ${joined(OTHER_COLUMNS)} AS line
      FROM texts
    )
    SELECT merchant_id, string_agg(line, chr(13) || chr(10) ORDER BY paid_at_instant, order_id, file, record) AS lines
    FROM lines GROUP BY merchant_id ORDER BY merchant_id`;
}
