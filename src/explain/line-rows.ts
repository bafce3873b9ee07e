/** The rows of the input behind one line: facts out of the engine, and rows of the tables that people keep. */
import type { Facts } from '../facts/roll-up.js';
import type { SourceRow } from '../facts/usage/source-rows.js';
import type { Source } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { TablePlaces } from '../reference/table-places.js';
import type { RowsOf } from '../words/explain-words.js';
import { factQueries, sourcesOf } from './line-sources.js';

export interface LineRows {
  /** `shifts`, `silent orders`, …: what the rows are to the line. */
  readonly what: RowsOf;
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly SourceRow[];
}

/** What a line is looked up in. */
export interface RowsContext {
  readonly merchantId: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly tables: ReferenceTables;
  readonly facts: Pick<Facts, 'sourceRows'>;
  /** Where the reference tables are kept. */
  readonly places: TablePlaces;
  /** How many rows of each kind are shown. */
  readonly rowsMax: number;
}

export async function rowsOfLine(line: Line, context: RowsContext): Promise<LineRows[]> {
  const { facts, rowsMax } = context;
  const found: LineRows[] = [];
  for (const { what, query } of factQueries(line, context.period)) {
    const { count, rows } = await facts.sourceRows(query, rowsMax);
    if (count > 0) found.push({ what, count, rows });
  }
  return [...found, ...referenceRows(line, context)];
}

type Kept = { readonly what: RowsOf; readonly row: SourceRow };

/** Rows of tables that people keep, in the order of the term, one kind after the other. */
function referenceRows(line: Line, context: RowsContext): LineRows[] {
  const kept = sourcesOf(line).flatMap((source) => keptRows(source, line, context));
  const kinds = [...new Set(kept.map(({ what }) => what))];
  return kinds.map((what) => {
    const rows = kept
      .filter((one) => one.what === what)
      .map(({ row }) => ({ ...row, file: context.places.get(row.file) ?? row.file }));
    const once = [...new Map(rows.map((row) => [row.record, row])).values()];
    return { what, count: once.length, rows: once.slice(0, context.rowsMax) };
  });
}

function keptRows(source: Source, line: Line, { merchantId, period, tables }: RowsContext): Kept[] {
  switch (source.table) {
    case 'event-days':
      return tables.eventDays
        .filter((row) => row.merchantId === merchantId && row.date === source.date)
        .filter(({ event }) => event === source.event)
        .map(({ record, date, storeId, event, agents }) => {
          const cells = { date, store_id: storeId ?? '', event, agents: String(agents) };
          return { what: 'event_days', row: { file: 'event-days.csv', record, cells } };
        });
    case 'kpi-scores':
      return tables.scores
        .filter((row) => row.period === period && row.contractId === line.contractId)
        .filter(({ agentId }) => agentId === source.agentId)
        .map(({ record, agentId, score }) => {
          const cells = { period, agent_id: agentId, score: score.toDecimal() };
          return { what: 'scores', row: { file: 'kpi-scores.csv', record, cells } };
        });
    case 'kpi-bands':
      return tables.indicatorValues
        .filter((row) => row.period === period && row.contractId === line.contractId)
        .filter((row) => row.agentId === source.valueOf && row.indicator === source.indicator)
        .map(({ record, agentId, indicator, value }) => {
          const cells = { period, agent_id: agentId ?? '', indicator, value: value.toDecimal() };
          return { what: 'indicator_values', row: { file: 'kpi-values.csv', record, cells } };
        });
    case 'adjustments':
      return tables.adjustments
        .filter(({ adjustmentId }) => adjustmentId === source.adjustmentId)
        .map(({ record, adjustmentId, reason, approvedBy }) => {
          const cells = { adjustment_id: adjustmentId, reason, approved_by: approvedBy };
          return { what: 'adjustments', row: { file: 'adjustments.csv', record, cells } };
        });
    case 'exchange-rates':
      return tables.exchangeRates
        .filter((row) => row.period === period)
        .filter(({ from, to }) => from.code === source.from && to.code === source.to)
        .map(({ record, rate }) => {
          const { from, to } = source;
          const cells = { period, from_currency: from, to_currency: to, rate: rate.toDecimal() };
          return { what: 'exchange_rates', row: { file: 'exchange-rates.csv', record, cells } };
        });
    default:
      return [];
  }
}
