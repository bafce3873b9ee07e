/** The head of an export → a first `sources.json` for it. What cannot be known is left blank, for `check` to ask. */
import { FACT_TABLES, type FactTableName } from '../fact-tables.js';
import { guessTimes } from './guess-times.js';
import { findHeader, HEADER_SYNONYMS } from './header-synonyms.js';
import { recognisedPresets, unfedColumns, type Preset } from './presets.js';
import { cellsUnder, type ExportHead } from './read-export-head.js';
import { tablesOf } from './tables-of-header.js';
import { hasClosedList, valuesOf } from './value-words.js';

/** One source as the file will hold it, and what to tell of it. */
export interface ProposedSource {
  readonly entry: Readonly<Record<string, unknown>>;
  readonly table: FactTableName;
  /** null where the columns were found one by one. */
  readonly preset: Preset | null;
  /** What feeds each column: a header or a constant, blank where a person has to say it. */
  readonly feeds: readonly (readonly [column: string, from: string])[];
}

export interface Proposal {
  /** None where no table is recognised. */
  readonly sources: readonly ProposedSource[];
  /** The headers that none of them uses. */
  readonly unused: readonly string[];
}

/** `fileName` is the export's place in the input folder. Presets go before guesses. */
export function guessSources(fileName: string, head: ExportHead): Proposal {
  const presets = recognisedPresets(head.header);
  const isFed = (table: FactTableName): boolean =>
    presets.some(({ mapping }) => mapping.table === table);
  // an export of orders may hold their refunds, of which a preset knows one alone
  const isOfOrders = isFed('orders') || isFed('refunds');
  const guessed = tablesOf(head.header).filter(
    (table) => presets.length === 0 || (isOfOrders && !isFed(table)),
  );
  const beside = presets.find(({ mapping }) => mapping.table === 'orders') ?? presets[0];
  const sources = [
    ...presets.map((preset) => ofPreset(preset, fileName, head)),
    ...guessed.map((table) => guessSource(table, fileName, head, beside ?? null)),
  ];
  const used = new Set(
    sources.flatMap(({ feeds, preset }) => [
      ...feeds.flatMap(([, from]) => from.split(' + ')),
      ...otherHeadersOf(preset),
    ]),
  );
  return { sources, unused: head.header.filter((name) => name !== '' && !used.has(name)) };
}

function otherHeadersOf(preset: Preset | null): string[] {
  const filters = [preset?.mapping.skip_where, preset?.mapping.keep_where];
  return [...(preset?.reads ?? []), ...filters.flatMap((filter) => Object.keys(filter ?? {}))];
}

/** How the file is read, whatever feeds its columns. */
function readingOf({ skippedLines, delimiter }: ExportHead): Record<string, unknown> {
  return {
    ...(skippedLines > 0 ? { skip_lines: skippedLines } : {}),
    ...(delimiter === null ? {} : { delimiter }),
  };
}

function ofPreset(preset: Preset, fileName: string, head: ExportHead): ProposedSource {
  const { name, mapping } = preset;
  const known = [mapping['times'] ?? []].flat().map(String);
  const times = guessTimes(mapping.table, mapping.columns, head, known);
  const unfed = unfedColumns(preset);
  const isOfHeader = (column: string): boolean => column === 'amount';
  const headers = Object.fromEntries(unfed.filter(isOfHeader).map((column) => [column, '']));
  const constants = Object.fromEntries(
    unfed.filter((column) => !isOfHeader(column)).map((column) => [column, '']),
  );
  const entry = {
    preset: name,
    files: globOf(fileName),
    ...readingOf(head),
    ...(Object.keys(headers).length > 0 ? { columns: headers } : {}),
    ...constants,
    ...(times.length > 0 ? { times: [...known, ...times] } : {}),
  };
  const feeds = [
    ...Object.entries(mapping.columns).map(
      ([column, from]) => [column, [from].flat().join(' + ')] as const,
    ),
    ...Object.entries(mapping.constants),
    ...preset.makes.map((column) => [column, mapping.query ?? ''] as const),
    ...unfed.map((column) => [column, ''] as const),
  ];
  return { entry, table: mapping.table, preset, feeds };
}

/** What changes from month to month becomes `*`: `ExportOrderList202611051030.csv` is `ExportOrderList*.csv`. */
function globOf(fileName: string): string {
  return fileName.replace(/\d{4}[-_.]?\d{2}([-_.]?\d+)*/g, '*');
}

/** The header that a preset knows to hold a column. */
function headerOf(preset: Preset | null, column: string): string | undefined {
  const from = preset?.mapping.columns[column];
  return typeof from === 'string' ? from : undefined;
}

/** `beside`: the preset that knows another table of this export. */
function guessSource(
  table: FactTableName,
  fileName: string,
  head: ExportHead,
  beside: Preset | null,
): ProposedSource {
  const { header } = head;
  const columns: Record<string, string> = {};
  const constants: Record<string, string> = {};
  for (const name of Object.keys(FACT_TABLES[table].columns)) {
    const found =
      findHeader(header, HEADER_SYNONYMS[table][name] ?? []) ??
      (name === 'order_id' ? headerOf(beside, name) : undefined);
    if (found !== undefined) columns[name] = found;
    else if (FACT_TABLES[table].optionalColumns.includes(name)) continue;
    else if (name === 'consultations' && isLog(columns['date'], head)) continue;
    else if (isUsuallyConstant(name)) constants[name] = usualConstant(name, header);
    else columns[name] = '';
  }
  const isCounted = table === 'consultations' && !('consultations' in columns);
  const isOrderRefund = table === 'refunds' && columns['refund_id'] === '';
  if (isOrderRefund) columns['refund_id'] = columns['order_id'] ?? '';
  // no header dates the refund: it counts with its order
  const isDatedByOrder = isOrderRefund && columns['refunded_at'] === '';
  const paidAt = headerOf(beside, 'paid_at');
  if (isDatedByOrder) {
    columns['refunded_at'] =
      paidAt ?? findHeader(header, HEADER_SYNONYMS.orders['paid_at'] ?? []) ?? '';
  }
  const zone = isDatedByOrder && paidAt !== undefined ? beside?.mapping['time_zone'] : undefined;
  const times = guessTimes(table, columns, head);
  const values = guessValues(columns, head);
  const blank = { orders: ['paid_at'], refunds: ['refunded_at'], attributions: ['order_id'] };
  const entry = {
    table,
    files: globOf(fileName),
    ...readingOf(head),
    columns,
    ...(Object.keys(constants).length > 0 ? { constants } : {}),
    ...(isCounted ? { count_rows: true } : {}),
    ...(isOrderRefund ? { id_prefixes: { refund_id: 'R-' } } : {}),
    ...(times.length > 0 ? { times } : {}),
    ...(zone === undefined ? {} : { time_zone: zone }),
    ...(Object.keys(values).length > 0 ? { values } : {}),
    ...(table in blank ? { skip_where_blank: blank[table as keyof typeof blank] } : {}),
    ...(isOrderRefund ? { skip_where_zero: ['amount'] } : {}),
  };
  const feeds = [...Object.entries(columns), ...Object.entries(constants)];
  return { entry, table, preset: null, feeds };
}

function isUsuallyConstant(name: string): boolean {
  return ['merchant_id', 'store_id', 'currency', 'role', 'status'].includes(name);
}

/** Yuan where the header is Chinese; whose shop it is, and who works in it, no header tells. */
function usualConstant(name: string, header: readonly string[]): string {
  return name === 'currency' && header.some((one) => /\p{Script=Han}/u.test(one)) ? 'CNY' : '';
}

/** What stands beside a date. */
const CLOCKS = ['Time', 'Start time', '时间', '开始时间'];

/** A row with the minute at which it happened is a call or a ticket, and no number of them. */
function isLog(date: string | undefined, head: ExportHead): boolean {
  if (date === undefined) return false;
  const clock = findHeader(head.header, CLOCKS);
  return [date, clock ?? date].some((name) =>
    cellsUnder(name, head).some((cell) => /\d:(?!00)\d\d/.test(cell)),
  );
}

/** What the cells of closed lists stand for, where they do not say it themselves. */
function guessValues(
  columns: Readonly<Record<string, string>>,
  head: ExportHead,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([column]) => hasClosedList(column))
      .flatMap(([column, from]) => {
        const values = valuesOf(column, cellsUnder(from, head));
        return values === null ? [] : [[column, values] as const];
      }),
  );
}
