/**
 * The rows of the fact files behind a line of a contract, with their file and record. What it reads of
 * the engine is declared in `engine-tables.ts`.
 */
import { quoted, textOf, wholeOf, type Database, type Row } from '../database.js';
import { recordOfExport } from '../tables/queries/record-steps.js';

/** Which rows are looked for. Dates are local, both ends included. */
export type RowsQuery =
  | {
      readonly table: 'shifts';
      readonly contractId: string;
      /** null: all. */
      readonly agentId: string | null;
      readonly shift: string | null;
      readonly dates: readonly string[] | null;
    }
  | {
      readonly table: 'consultations';
      readonly contractId: string;
      /** Days, or the months `YYYY-MM` of days. */
      readonly dates: readonly string[];
    }
  | {
      readonly table: 'orders';
      readonly contractId: string;
      readonly outcome: 'billed' | 'silent_order';
    }
  | {
      readonly table: 'refunds';
      readonly contractId: string;
      /** `YYYY-MM`: late refunds are those of orders of another period. */
      readonly period: string;
      readonly isLate: boolean;
    };

export interface SourceRow {
  readonly file: string;
  /** 1 is the first row below the header. */
  readonly record: number;
  /** The cells that matter, by column. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface SourceRows {
  readonly table: RowsQuery['table'];
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly SourceRow[];
}

const CELLS: Readonly<Record<RowsQuery['table'], readonly string[]>> = {
  shifts: ['shift_id', 'agent_id', 'shift', 'starts_at', 'ends_at'],
  consultations: ['date', 'store_id', 'role', 'agent_id', 'consultations'],
  orders: ['order_id', 'paid_at', 'amount', 'currency', 'agent_id'],
  refunds: ['refund_id', 'order_id', 'refunded_at', 'amount', 'order_amount', 'currency'],
};

/** Counts the rows, and reads the first of them. */
export async function sourceRows(
  database: Database,
  query: RowsQuery,
  rowsMax: number,
): Promise<SourceRows> {
  const names = CELLS[query.table];
  const source = sourceOf(query);
  const counted = await database.rows(`SELECT count(*) AS row_count FROM (${source})`);
  const found = await database.rows(
    `SELECT file, record, ${names.join(', ')} FROM (${source})
      ORDER BY moment, file, record LIMIT ${rowsMax}`,
  );
  const [first] = counted;
  return {
    table: query.table,
    count: first === undefined ? 0 : Number(wholeOf(first, 'row_count')),
    rows: found.map((row) => rowOf(row, names)),
  };
}

function rowOf(row: Row, names: readonly string[]): SourceRow {
  return {
    file: textOf(row, 'file'),
    record: recordOfExport(wholeOf(row, 'record')),
    cells: Object.fromEntries(names.map((name) => [name, textOf(row, name)])),
  };
}

function sourceOf(query: RowsQuery): string {
  switch (query.table) {
    case 'shifts':
      return shiftsOf(query);
    case 'consultations':
      return `SELECT consultations.*, date_value AS moment FROM consultations
        WHERE outcome IN ('billed', 'other_period') AND (file, record) IN (
          SELECT (file, record) FROM consultation_owners WHERE contract_id = ${quoted(query.contractId)}
          UNION SELECT (file, record) FROM workload_owners WHERE contract_id = ${quoted(query.contractId)})
        AND (date IN (${listOf(query.dates)}) OR left(date, 7) IN (${listOf(query.dates)}))`;
    case 'orders':
      return `SELECT orders.file, orders.record, order_id, shown_time(paid_at_local) AS paid_at,
          decimal_text(amount_minor::HUGEINT, digits) AS amount, currency, agent_id, paid_at_instant AS moment
        FROM order_outcomes AS orders JOIN currencies ON code = currency
        WHERE outcome = ${quoted(query.outcome)} AND contract_id = ${quoted(query.contractId)}`;
    case 'refunds':
      return `SELECT refunds.file, refunds.record, refund_id, order_id,
          shown_time(refunded_at_local) AS refunded_at, refunds.amount,
          decimal_text(amount_minor::HUGEINT, digits) AS order_amount, currency, refunded_at_instant AS moment
        FROM refunds JOIN refunded_orders AS orders USING (order_id)
        JOIN currencies ON code = currency
        WHERE refunds.outcome = 'billed' AND contract_id = ${quoted(query.contractId)}
          AND (order_period = ${quoted(query.period)}) <> ${String(query.isLate)}`;
  }
}

function shiftsOf(query: Extract<RowsQuery, { table: 'shifts' }>): string {
  const { contractId, agentId, shift, dates } = query;
  const day = `strftime(starts_at_local, '%Y-%m-%d')`;
  return `SELECT shifts.*, shown_time(starts_at_local) AS starts_at, shown_time(ends_at_local) AS ends_at,
      starts_at_instant AS moment
    FROM shifts JOIN shift_owners AS owner USING (file, record)
    WHERE outcome = 'billed' AND owner.contract_id = ${quoted(contractId)}
      ${agentId === null ? '' : `AND agent_id = ${quoted(agentId)}`}
      ${shift === null ? '' : `AND shift = ${quoted(shift)}`}
      ${dates === null ? '' : `AND ${day} IN (${listOf(dates)})`}`;
}

function listOf(texts: readonly string[]): string {
  return texts.length === 0 ? 'NULL' : texts.map(quoted).join(', ');
}
