/**
 * Statements of orders, as CSV: each order of a merchant with what became of it. They are written by
 * the engine, a merchant at a time; only whole files pass through this program.
 */
import { quoted, textOf, type Database } from './database.js';

export interface OrderStatement {
  readonly merchantId: string;
  /** Without a byte-order mark; rows in order of payment. */
  readonly csv: string;
}

const COLUMNS = [
  'order_id',
  'store_id',
  'paid_at',
  'agent_id',
  'contract_id',
  'outcome',
  'currency',
  'amount',
  'attributed_sales',
  'refunds',
  'late_refunds',
  'net_sales',
  'exchange_rate',
] as const;

const MERCHANTS_PER_QUERY = 100;

/** Makes `order_statements`: orders of the span, and earlier ones that late refunds are counted for. */
export async function prepareOrderStatements(
  database: Database,
  exchangeRates: readonly { from: string; to: string; rate: string }[],
): Promise<void> {
  const rates = exchangeRates.map(
    ({ from, to, rate }) => `(${quoted(from)}, ${quoted(to)}, ${quoted(rate)})`,
  );
  await database.run(`
    CREATE TEMP TABLE exchange_rates (from_currency VARCHAR, to_currency VARCHAR, rate VARCHAR);
    ${rates.length === 0 ? '' : `INSERT INTO exchange_rates VALUES ${rates.join(', ')};`}
    CREATE MACRO decimal_text(amount, digits) AS
      CASE WHEN amount < 0 THEN '-' ELSE '' END
      || (abs(amount) // (10 ** digits)::HUGEINT)::VARCHAR
      || CASE WHEN digits = 0 THEN ''
         ELSE '.' || lpad((abs(amount) % (10 ** digits)::HUGEINT)::VARCHAR, digits, '0') END;
    CREATE MACRO harmless(text) AS
      CASE WHEN regexp_matches(text, '^[=+@\\t\\r-]') THEN '''' || text ELSE text END;
    CREATE MACRO csv_cell(text) AS
      CASE WHEN regexp_matches(text, '[",\\r\\n]') THEN '"' || replace(text, '"', '""') || '"' ELSE text END;
    CREATE TEMP TABLE order_deductions AS
      SELECT deductions.order_id, sum(deducted)::HUGEINT AS deducted FROM deductions JOIN refunds USING (file, record)
      WHERE refunds.outcome = 'billed' GROUP BY deductions.order_id;
    CREATE TEMP TABLE order_agents AS
      SELECT order_id, min(agent_id) AS agent_id FROM attributions
      WHERE outcome NOT IN ('rejected', 'exact_duplicate') GROUP BY order_id;`);
}

/** The statements of some merchants; none for a merchant without an order to show. */
export async function* orderStatements(
  database: Database,
  merchantIds: readonly string[],
): AsyncGenerator<OrderStatement> {
  for (let from = 0; from < merchantIds.length; from += MERCHANTS_PER_QUERY) {
    const ids = merchantIds.slice(from, from + MERCHANTS_PER_QUERY);
    for (const row of await database.rows(statementsOf(ids))) {
      const csv = `${COLUMNS.join(',')}\r\n${textOf(row, 'lines')}\r\n`;
      yield { merchantId: textOf(row, 'merchant_id'), csv };
    }
  }
}

function statementsOf(merchantIds: readonly string[]): string {
  const cells = COLUMNS.map((name) => `csv_cell(${name})`).join(` || ',' || `);
  return `
    WITH shown AS (
      SELECT orders.*, owner.contract_id AS owner_id, digits, coalesce(deducted, 0) AS deducted,
        orders.outcome = 'other_period' AS is_earlier,
        coalesce(nullif(orders.agent_id, ''), order_agents.agent_id, '') AS attributed_to
      FROM orders LEFT JOIN order_owners AS owner USING (file, record)
      LEFT JOIN order_deductions USING (order_id)
      LEFT JOIN order_agents USING (order_id)
      JOIN currencies ON currencies.code = orders.currency
      WHERE orders.merchant_id IN (${merchantIds.map(quoted).join(', ')})
        AND NOT is_faulty AND (orders.outcome <> 'other_period' OR deducted > 0)
    ), amounts AS (
      SELECT *, CASE WHEN outcome = 'billed' THEN amount_minor ELSE 0 END AS attributed,
        CASE WHEN is_earlier THEN 0 ELSE deducted END AS refunded,
        CASE WHEN is_earlier THEN deducted ELSE 0 END AS refunded_late
      FROM shown
    ), texts AS (
      SELECT merchant_id, paid_at_instant, harmless(order_id) AS order_id, harmless(store_id) AS store_id,
        shown_time(paid_at_local) AS paid_at, harmless(attributed_to) AS agent_id, harmless(coalesce(owner_id, '')) AS contract_id,
        CASE WHEN is_earlier THEN 'late_refund' ELSE outcome END AS outcome, currency,
        decimal_text(amount_minor::HUGEINT, digits) AS amount,
        decimal_text(attributed::HUGEINT, digits) AS attributed_sales,
        decimal_text(refunded, digits) AS refunds,
        decimal_text(refunded_late, digits) AS late_refunds,
        decimal_text(attributed - refunded - refunded_late, digits) AS net_sales,
        coalesce((SELECT rate FROM exchange_rates JOIN contracts ON contracts.currency = to_currency
          WHERE from_currency = amounts.currency AND contracts.contract_id = owner_id), '') AS exchange_rate
      FROM amounts
    )
    SELECT merchant_id, string_agg(${cells}, chr(13) || chr(10) ORDER BY paid_at_instant, order_id) AS lines
    FROM texts GROUP BY merchant_id ORDER BY merchant_id`;
}
