/** The formats of dates and times that sample cells have, as far as nothing else can be meant. */
import { FACT_TABLES, type FactTableName } from '../fact-tables.js';
import { cellsUnder, type ExportHead } from './read-export-head.js';
import { parseTimeFormat } from './time-formats.js';

/** Formats that cannot be taken for one another. */
const FORMATS = [
  'yyyy/M/d H:mm',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d',
  'yyyy-M-d H:mm',
  'yyyy-M-d H:mm:ss',
  'yyyy-M-d',
  'yyyy-MM-dd HH:mm:ss ZZZ',
  'yyyy年M月d日 H:mm',
  'yyyy年M月d日 H:mm:ss',
  'yyyy年M月d日',
  'yyyy.M.d H:mm',
  'yyyyMMddHHmmss',
  'dd MMM yyyy HH:mm',
  'd MMM yyyy HH:mm',
];
/** Formats whose day and month look alike, with the day first. */
const DAY_FIRST = ['d/M/yyyy', 'd-M-yyyy', 'd.M.yyyy'].flatMap((day) =>
  ['', ' H:mm', ' H:mm:ss', ' h:mm a', ' h:mm:ss a'].map((clock) => day + clock),
);
const ISO_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * By what feeds each column. `known`: formats that a preset reads already, of which only what it does not
 * read is asked. A blank one stands for cells of which a person has to say the format.
 */
export function guessTimes(
  table: FactTableName,
  columns: Readonly<Record<string, string | readonly string[]>>,
  head: ExportHead,
  known: readonly string[] = [],
): string[] {
  const kinds = FACT_TABLES[table].columns;
  const formats = Object.entries(columns).flatMap(([name, from]) => {
    const kind = kinds[name];
    if ((kind !== 'date' && kind !== 'time') || typeof from !== 'string') return [];
    const isRead = (cell: string): boolean =>
      (kind === 'date' ? ISO_DATE : ISO_TIME).test(cell) ||
      // the date of a sheet's cell is read wherever a preset is
      (known.length > 0 && ISO_DATE.test(cell)) ||
      known.some((format) => isWrittenAs(cell, format));
    const cells = cellsUnder(from, head).filter((cell) => /^\d/.test(cell) && !isRead(cell));
    return formatsOf(cells);
  });
  return [...new Set(formats)];
}

function formatsOf(cells: readonly string[]): string[] {
  const isMonthFirst = monthFirst(cells);
  return cells.map((cell) => {
    const sure = FORMATS.find((format) => isWrittenAs(cell, format));
    if (sure !== undefined || isMonthFirst === null) return sure ?? '';
    const found = DAY_FIRST.find((format) => isWrittenAs(cell, format)) ?? '';
    return isMonthFirst ? found.replace(/^d(.)M/, 'M$1d') : found;
  });
}

/** Whether months stand before days: what is above 12 somewhere is the day. null where nothing says so, or both. */
function monthFirst(cells: readonly string[]): boolean | null {
  const pairs = cells.map((cell) => /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(cell));
  const isDay = (at: 1 | 2): boolean => pairs.some((pair) => Number(pair?.[at] ?? 0) > 12);
  return isDay(1) === isDay(2) ? null : isDay(2);
}

function isWrittenAs(cell: string, format: string): boolean {
  const parsed = parseTimeFormat(format);
  return !('fault' in parsed) && new RegExp(`^(?:${parsed.pattern})$`).test(cell);
}
