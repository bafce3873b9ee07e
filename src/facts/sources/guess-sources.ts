/** The head of an export → a first `sources.json` for it. What cannot be guessed is left blank, for `check` to ask. */
import { parse } from 'csv-parse/sync';
import { FACT_TABLES, type FactTableName } from '../fact-tables.js';
import { parseTimeFormat } from './time-formats.js';
import { findHeader, HEADER_SYNONYMS } from './header-synonyms.js';

/** A source as the file holds it. */
export interface SourceEntry {
  readonly table: FactTableName;
  readonly files: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly constants?: Readonly<Record<string, string>>;
  readonly id_prefixes?: Readonly<Record<string, string>>;
  readonly times?: readonly string[];
  readonly skip_lines?: number;
  readonly skip_where_blank?: readonly string[];
  readonly skip_where_zero?: readonly string[];
}

interface Export {
  readonly files: string;
  readonly skippedLines: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const PREAMBLE_LINES_MAX = 30;
const SAMPLE_ROWS = 200;

/** Formats that cannot be taken for one another; a day before its month is for a person to say. */
const FORMATS = [
  'yyyy/M/d H:mm',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d',
  'yyyy-M-d H:mm',
  'yyyy-M-d H:mm:ss',
  'yyyy-MM-dd HH:mm:ss ZZZ',
  'yyyy年M月d日 H:mm',
  'yyyy年M月d日 H:mm:ss',
  'yyyy年M月d日',
  'yyyy.M.d H:mm',
  'yyyyMMddHHmmss',
];
const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/;

/** `fileName` is the export's place in the input folder. */
export function guessSources(fileName: string, text: string): SourceEntry[] {
  const head = readHead(fileName, text);
  return tablesOf(head).map((table) => guessSource(table, head));
}

/** The header is the line that holds most known names; all above it is preamble. */
function readHead(fileName: string, text: string): Export {
  const lines = text.split(/\r\n?|\n/);
  const hits = lines.slice(0, PREAMBLE_LINES_MAX).map((line) => knownNames(cellsOf(line)[0] ?? []));
  const skippedLines = hits.indexOf(hits.reduce((most, found) => Math.max(most, found), 0));
  const [header = [], ...rows] = cellsOf(lines.slice(skippedLines).join('\n'));
  return { files: globOf(fileName), skippedLines, header, rows: rows.slice(0, SAMPLE_ROWS) };
}

function cellsOf(text: string): string[][] {
  try {
    const rows = parse(text, {
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: SAMPLE_ROWS + 1,
    });
    return rows.map((row) => row.map((cell) => cell.trim().replace(/^'/, '')));
  } catch {
    return [];
  }
}

function knownNames(header: readonly string[]): number {
  const names = new Set(
    Object.values(HEADER_SYNONYMS).flatMap((columns) => Object.values(columns).flat()),
  );
  return header.filter((name) => names.has(name)).length;
}

/** What changes from month to month becomes `*`: `ExportOrderList202611051030.csv` is `ExportOrderList*.csv`. */
function globOf(fileName: string): string {
  return fileName.replace(/\d{4}[-_.]?\d{2}([-_.]?\d+)*/g, '*');
}

function tablesOf({ header }: Export): FactTableName[] {
  const has = (table: FactTableName, column: string): boolean =>
    findHeader(header, HEADER_SYNONYMS[table][column] ?? []) !== undefined;
  if (has('refunds', 'refund_id') && has('refunds', 'amount')) return ['refunds'];
  if (has('orders', 'order_id') && has('orders', 'amount') && has('orders', 'paid_at')) {
    return has('refunds', 'amount') ? ['orders', 'refunds'] : ['orders'];
  }
  if (has('consultations', 'date') && has('consultations', 'consultations'))
    return ['consultations'];
  if (has('attributions', 'order_id') && has('attributions', 'agent_id')) return ['attributions'];
  return has('shifts', 'starts_at') && has('shifts', 'ends_at') ? ['shifts'] : ['orders'];
}

function guessSource(table: FactTableName, head: Export): SourceEntry {
  const { header, files, skippedLines } = head;
  const columns: Record<string, string> = {};
  const constants: Record<string, string> = {};
  for (const name of Object.keys(FACT_TABLES[table].columns)) {
    const found = findHeader(header, HEADER_SYNONYMS[table][name] ?? []);
    if (found !== undefined) columns[name] = found;
    else if (FACT_TABLES[table].optionalColumns.includes(name)) continue;
    else if (isUsuallyConstant(name)) constants[name] = usualConstant(name, header);
    else columns[name] = '';
  }
  const isOrderRefund = table === 'refunds' && columns['refund_id'] === '';
  if (isOrderRefund) columns['refund_id'] = columns['order_id'] ?? '';
  if (isOrderRefund && columns['refunded_at'] === '') {
    columns['refunded_at'] = findHeader(header, HEADER_SYNONYMS.orders['paid_at'] ?? []) ?? '';
  }
  const times = guessTimes(table, columns, head);
  const blank = { orders: ['paid_at'], refunds: ['refunded_at'], attributions: ['order_id'] };
  return {
    table,
    files,
    columns,
    ...(Object.keys(constants).length > 0 ? { constants } : {}),
    ...(isOrderRefund ? { id_prefixes: { refund_id: 'R-' } } : {}),
    ...(times.length > 0 ? { times } : {}),
    ...(skippedLines > 0 ? { skip_lines: skippedLines } : {}),
    ...(table in blank ? { skip_where_blank: blank[table as keyof typeof blank] } : {}),
    ...(isOrderRefund ? { skip_where_zero: ['amount'] } : {}),
  };
}

function isUsuallyConstant(name: string): boolean {
  return ['merchant_id', 'store_id', 'currency', 'role', 'status'].includes(name);
}

/** Yuan where the header is Chinese; whose shop it is, and who works in it, no header tells. */
function usualConstant(name: string, header: readonly string[]): string {
  return name === 'currency' && header.some((one) => /\p{Script=Han}/u.test(one)) ? 'CNY' : '';
}

/** The formats that sample cells have; a blank one where a cell has none of them. */
function guessTimes(
  table: FactTableName,
  columns: Readonly<Record<string, string>>,
  { header, rows }: Export,
): string[] {
  const kinds = FACT_TABLES[table].columns;
  const timed = Object.entries(columns).filter(([name]) => /^(date|time)$/.test(kinds[name] ?? ''));
  const places = timed.map(([, name]) => header.indexOf(name)).filter((at) => at >= 0);
  const cells = rows.flatMap((row) => places.map((at) => row[at] ?? ''));
  const formats = cells
    .filter((cell) => /^\d/.test(cell) && !ISO.test(cell))
    .map((cell) => FORMATS.find((format) => isWrittenAs(cell, format)) ?? '');
  return [...new Set(formats)];
}

function isWrittenAs(cell: string, format: string): boolean {
  const parsed = parseTimeFormat(format);
  return !('fault' in parsed) && new RegExp(`^(?:${parsed.pattern})$`).test(cell);
}
