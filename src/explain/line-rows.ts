/** The rows of the input behind one line: facts out of the engine, and rows of the tables that people keep. */
import type { FactsWithRows } from '../facts/facts.js';
import type { SourceRow } from '../facts/usage/source-rows.js';
import type { Source } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import type { ReferenceReads } from '../reference/read-tables.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import { clockTime } from '../words/clock-times.js';
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
  readonly reads: ReferenceReads;
  readonly facts: Pick<FactsWithRows, 'sourceRows'>;
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
      .map(({ row }) => ({ ...row, file: context.places.get(row.file)?.place ?? row.file }));
    const once = [...new Map(rows.map((row) => [row.record, row])).values()];
    return { what, count: once.length, rows: once.slice(0, context.rowsMax) };
  });
}

function keptRows(source: Source, line: Line, context: RowsContext): Kept[] {
  const { merchantId, period, tables } = context;
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
    case 'kpi-indicators':
    case 'kpi-bands':
      return indicatorRows(source, line, context);
    case 'contract-surcharges':
      return surchargeRows(source, line, context);
    case 'charges':
      return context.reads.charges.rows
        .filter((row) => row.charge_id === source.chargeId)
        .map(({ record, charge_id, frequency, quantity, unit_price, description }) => {
          const [count, price] = [quantity.toDecimal(), unit_price.toDecimal()];
          const cells = { charge_id, frequency, quantity: count, unit_price: price, description };
          return { what: 'charges', row: { file: 'charges.csv', record, cells } };
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

type SourceOf<Table extends Source['table']> = Extract<Source, { readonly table: Table }>;

/** The indicator with its weight; the value that was measured, and the band that it lies in. */
function indicatorRows(
  source: SourceOf<'kpi-indicators'> | SourceOf<'kpi-bands'>,
  { contractId }: Line,
  { period, tables, reads }: RowsContext,
): Kept[] {
  const { indicator } = source;
  if (source.table === 'kpi-indicators')
    return reads.indicators.rows
      .filter((row) => row.contract_id === contractId && row.indicator === indicator)
      .map(({ record, weight }) => {
        const cells = { indicator, weight: weight.toDecimal() };
        return { what: 'indicators', row: { file: 'kpi-indicators.csv', record, cells } };
      });
  const values = tables.indicatorValues
    .filter((row) => row.period === period && row.contractId === contractId)
    .filter((row) => row.agentId === source.valueOf && row.indicator === indicator)
    .map(({ record, agentId, value }): Kept => {
      const cells = { period, agent_id: agentId ?? '', indicator, value: value.toDecimal() };
      return { what: 'indicator_values', row: { file: 'kpi-values.csv', record, cells } };
    });
  const bands = reads.bands.rows
    .filter((row) => row.contract_id === contractId && row.indicator === indicator)
    .filter(({ from }) => source.from?.compare(from) === 0)
    .map(({ record, from, points }): Kept => {
      const cells = { indicator, from: from.toDecimal(), points: points.toDecimal() };
      return { what: 'bands', row: { file: 'kpi-bands.csv', record, cells } };
    });
  return [...values, ...bands];
}

const MICROSECONDS_PER_MINUTE = 60_000_000n;

/** The surcharge, and the days of the month that have its tag. */
function surchargeRows(
  { surcharge }: SourceOf<'contract-surcharges'>,
  { contractId }: Line,
  { period, reads }: RowsContext,
): Kept[] {
  const minuteText = (minute: number | null): string =>
    minute === null ? '' : clockTime(BigInt(minute) * MICROSECONDS_PER_MINUTE);
  const own = reads.surcharges.rows.filter(
    (row) => row.contract_id === contractId && row.surcharge === surcharge,
  );
  const tags = new Set(own.map((row) => row.day_tag));
  return [
    ...own.map(
      ({ record, day_tag: tag, window_start: start, window_end: end, multiplier }): Kept => {
        const window = { window_start: minuteText(start), window_end: minuteText(end) };
        const cells = {
          surcharge,
          day_tag: tag ?? '',
          ...window,
          multiplier: multiplier.toDecimal(),
        };
        return { what: 'surcharges', row: { file: 'contract-surcharges.csv', record, cells } };
      },
    ),
    ...reads.calendar.rows
      .filter(({ date, tag }) => date.startsWith(period) && tags.has(tag))
      .map(({ record, date, tag }): Kept => {
        return { what: 'calendar', row: { file: 'calendar.csv', record, cells: { date, tag } } };
      }),
  ];
}
