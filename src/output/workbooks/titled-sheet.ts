/** A sheet for people: columns of one kind each, whose headers are in the reader's language. */
import type { Bilingual, Say } from '../../words/bilingual.js';
import { isExactInSpreadsheet, numberCell, textCell, type CellValue } from './cell-value.js';
import type { NewSheet } from './worksheet-xml.js';

export interface TitledColumn<Item> {
  readonly title: Bilingual;
  /** Numbers keep their digits, and all else is text: ids stay as they are. */
  readonly kind: 'text' | 'number';
  readonly cellOf: (item: Item) => string;
}

/** A sheet holds 1,048,576 rows. */
const ROWS_MAX = 1_000_000;
const WIDTH = { text: 22, number: 14 } as const;

/** One sheet, or several where there are more rows than fit into one: 订单, 订单 2. */
export function titledSheets<Item>(
  name: Bilingual,
  columns: readonly TitledColumn<Item>[],
  items: readonly Item[],
  say: Say,
  rowsMax = ROWS_MAX,
): NewSheet[] {
  const parts = Math.max(1, Math.ceil(items.length / rowsMax));
  return Array.from({ length: parts }, (_, part) => ({
    name: part === 0 ? say(name) : `${say(name)} ${part + 1}`,
    columns: columns.map(({ title, kind }) => ({ header: say(title), width: WIDTH[kind] })),
    rows: items
      .slice(part * rowsMax, (part + 1) * rowsMax)
      .map((item) => columns.map(({ kind, cellOf }) => valueOf(kind, cellOf(item)))),
  }));
}

function valueOf(kind: TitledColumn<never>['kind'], cell: string): CellValue {
  const isNumber = kind === 'number' && /^-?\d+(\.\d+)?$/.test(cell) && isExactInSpreadsheet(cell);
  return isNumber ? numberCell(cell) : textCell(cell);
}
