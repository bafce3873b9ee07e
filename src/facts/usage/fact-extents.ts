/** How far the facts of a span reach: what a month that lacks some of its facts shows first. */
import { groupBy } from '../../group-by.js';
import { localDate, type LocalDate } from '../../period/local-date.js';
import type { BillingSpan } from '../../period/period.js';
import { textOf, wholeOf, type Database } from '../database.js';
import { DATED_TABLES, type DatedTable } from '../dated-tables.js';

/** The rows of a span, and their first and last date; both null without a row. */
export interface FactExtent {
  readonly table: DatedTable;
  readonly rows: number;
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
}

/** What one merchant has in one table: at least a row. */
interface MerchantExtent {
  readonly table: DatedTable;
  readonly merchantId: string;
  readonly last: LocalDate;
}

export interface FactExtents {
  /** One for each table, in the order of the tables. */
  readonly tables: readonly FactExtent[];
  /** Refunds name no merchant. */
  readonly merchants: readonly MerchantExtent[];
}

/** Rows of others, and rows that say the same again, stand for nothing. */
const COUNTS = `outcome NOT IN ('exact_duplicate', 'unknown_merchant')`;
/** Outcomes that an order of the span alone has. */
const ORDER_COUNTS = `outcome IN ('billed', 'silent_order', 'not_used_by_plan')`;

/** Once everything is rolled up: what became of orders is summed already. */
export async function factExtents(
  database: Database,
  { period, through }: BillingSpan,
): Promise<FactExtents> {
  const reach = (date: string): string =>
    `count(*) AS row_count, min(${date})::DATE AS first_day, max(${date})::DATE AS last_day`;
  const ofSpan = (date: string): string =>
    `${COUNTS} AND ${date} >= DATE '${period.firstDay}' AND ${date} < DATE '${through}' + 1`;
  const rows = await database.rows(`SELECT fact_table, merchant_id, row_count::BIGINT AS row_count,
      strftime(first_day, '%Y-%m-%d') AS first, strftime(last_day, '%Y-%m-%d') AS last FROM (
    SELECT 'shifts' AS fact_table, merchant_id, ${reach('starts_at_local')}
      FROM shifts WHERE ${ofSpan('starts_at_local')} GROUP BY merchant_id
    UNION ALL SELECT 'consultations', merchant_id, ${reach('date_value')}
      FROM consultations WHERE ${ofSpan('date_value')} GROUP BY merchant_id
    UNION ALL SELECT 'refunds', '', ${reach('refunded_at_local')}
      FROM refunds WHERE ${ofSpan('refunded_at_local')} HAVING count(*) > 0
    UNION ALL SELECT 'orders', merchant_id, sum(orders), min(first_paid)::DATE, max(last_paid)::DATE
      FROM order_sums WHERE ${ORDER_COUNTS} GROUP BY merchant_id) ORDER BY ALL`);
  const extents = rows.map((row) => ({
    table: textOf(row, 'fact_table'),
    merchantId: textOf(row, 'merchant_id'),
    rows: Number(wholeOf(row, 'row_count')),
    first: localDate(textOf(row, 'first')),
    last: localDate(textOf(row, 'last')),
  }));
  const byTable = groupBy(extents, ({ table }) => table);
  return {
    tables: DATED_TABLES.map((table) => ({ table, ...joined(byTable.get(table) ?? []) })),
    merchants: DATED_TABLES.filter((table) => table !== 'refunds').flatMap((table) =>
      (byTable.get(table) ?? []).map(({ merchantId, last }) => ({ table, merchantId, last })),
    ),
  };
}

/** The extents of merchants as one. */
function joined(
  extents: readonly {
    readonly rows: number;
    readonly first: LocalDate;
    readonly last: LocalDate;
  }[],
): Omit<FactExtent, 'table'> {
  const dates = extents.flatMap(({ first, last }) => [first, last]).sort();
  return {
    rows: extents.reduce((total, { rows }) => total + rows, 0),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
  };
}
