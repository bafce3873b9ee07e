/** The rows of the input behind one line: facts out of the engine, and rows of the tables that people keep. */
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { Line } from '../pricing/line.js';
import type { Facts } from '../facts/roll-up.js';
import type { RowsQuery, SourceRow } from '../facts/usage/source-rows.js';
import { datesOf, Figures } from './figures.js';

export interface LineRows {
  /** `shifts`, `silent orders`, …: what the rows are to the line. */
  readonly what: RowsOf;
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly SourceRow[];
}

export type RowsOf =
  | 'shifts'
  | 'consultations'
  | 'attributed_orders'
  | 'silent_orders'
  | 'refunds'
  | 'late_refunds'
  | 'event_days'
  | 'scores'
  | 'adjustments'
  | 'exchange_rates';

/** What a line is looked up in. */
export interface RowsContext {
  readonly merchantId: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly tables: ReferenceTables;
  readonly facts: Pick<Facts, 'rowsBehind'>;
  /** How many rows of each kind are shown. */
  readonly rowsMax: number;
}

export async function rowsOfLine(line: Line, context: RowsContext): Promise<LineRows[]> {
  const { facts, rowsMax } = context;
  const found: LineRows[] = [];
  for (const { what, query } of queriesOf(line, context.period)) {
    const { count, rows } = await facts.rowsBehind(query, rowsMax);
    if (count > 0) found.push({ what, count, rows });
  }
  const reference = referenceRows(line, context);
  if (reference !== null && reference.rows.length > 0) {
    const { what, rows } = reference;
    found.push({ what, count: rows.length, rows: rows.slice(0, rowsMax) });
  }
  return found;
}

interface Wanted {
  readonly what: RowsOf;
  readonly query: RowsQuery;
}

function queriesOf(line: Line, period: string): Wanted[] {
  const { contractId } = line;
  const figures = new Figures(line);
  const consultations = (dates: readonly string[]): Wanted => ({
    what: 'consultations',
    query: { table: 'consultations', contractId, dates },
  });
  const shifts = (dates: readonly string[] | null): Wanted => ({
    what: 'shifts',
    query: {
      table: 'shifts',
      contractId,
      agentId: figures.has('agent') ? figures.text('agent') : null,
      shift: figures.has('shift') ? figures.text('shift') : null,
      dates,
    },
  });
  switch (line.kind) {
    case 'salary':
    case 'base':
      return figures.has('consultations_per_agent_day')
        ? [shifts(null), consultations([period])]
        : [shifts(null)];
    case 'custody':
      return [shifts(datesOf(figures.text('dates')))];
    case 'ladder':
      return [consultations(ladderDates(figures, period))];
    case 'overflow':
      return [consultations(figures.all('consultations').map(({ of = '' }) => of))];
    case 'commission':
      return salesQueries(contractId, period);
    case 'appraisal':
    case 'cap':
    case 'event':
    case 'discount':
    case 'minimum':
    case 'adjustment':
      return [];
  }
}

function ladderDates(figures: Figures, period: string): string[] {
  if (figures.has('dates')) return datesOf(figures.text('dates'));
  return figures.all('average_daily_consultations').map(({ of = period }) => of);
}

function salesQueries(contractId: string, period: string): Wanted[] {
  const refunds = (isLate: boolean): RowsQuery => ({
    table: 'refunds',
    contractId,
    period,
    isLate,
  });
  return [
    { what: 'attributed_orders', query: { table: 'orders', contractId, outcome: 'billed' } },
    { what: 'silent_orders', query: { table: 'orders', contractId, outcome: 'silent_order' } },
    { what: 'refunds', query: refunds(false) },
    { what: 'late_refunds', query: refunds(true) },
  ];
}

type ReferenceRows = Pick<LineRows, 'what' | 'rows'>;

function referenceRows(line: Line, context: RowsContext): ReferenceRows | null {
  switch (line.kind) {
    case 'event':
      return { what: 'event_days', rows: eventRows(line, context) };
    case 'appraisal':
      return { what: 'scores', rows: scoreRows(line, context) };
    case 'adjustment':
      return { what: 'adjustments', rows: adjustmentRows(line, context) };
    case 'commission':
      return { what: 'exchange_rates', rows: rateRows(line, context) };
    default:
      return null;
  }
}

function eventRows(line: Line, { merchantId, tables }: RowsContext): SourceRow[] {
  const figures = new Figures(line);
  const dates = new Set(figures.all('agents').map(({ of }) => of));
  return tables.eventDays
    .filter((row) => row.merchantId === merchantId && dates.has(row.date))
    .filter(({ event }) => !figures.has('event') || event === figures.text('event'))
    .map(({ record, date, storeId, event, agents }) => ({
      file: 'event-days.csv',
      record,
      cells: { date, store_id: storeId ?? '', event, agents: String(agents) },
    }));
}

function scoreRows(line: Line, { period, tables }: RowsContext): SourceRow[] {
  const agent = new Figures(line).text('agent');
  return tables.scores
    .filter((row) => row.period === period && row.contractId === line.contractId)
    .filter(({ agentId }) => agent === '' || agentId === agent)
    .map(({ record, agentId, score }) => ({
      file: 'kpi-scores.csv',
      record,
      cells: { period, agent_id: agentId, score: score.toDecimal() },
    }));
}

function adjustmentRows(line: Line, { merchantId, tables }: RowsContext): SourceRow[] {
  const id = new Figures(line).all('reason')[0]?.of;
  return tables.adjustments
    .filter((row) => row.merchantId === merchantId && row.adjustmentId === id)
    .map(({ record, adjustmentId, reason, approvedBy }) => ({
      file: 'adjustments.csv',
      record,
      cells: { adjustment_id: adjustmentId, reason, approved_by: approvedBy },
    }));
}

function rateRows(line: Line, { period, tables }: RowsContext): SourceRow[] {
  const codes = new Set(new Figures(line).all('exchange_rate').map(({ of }) => of));
  const to = tables.contracts.find(({ contractId }) => contractId === line.contractId)?.currency;
  return tables.exchangeRates
    .filter((row) => row.period === period && codes.has(row.from.code) && row.to.code === to?.code)
    .map(({ record, from, to: into, rate }) => ({
      file: 'exchange-rates.csv',
      record,
      cells: { period, from_currency: from.code, to_currency: into.code, rate: rate.toDecimal() },
    }));
}
