/** One sheet of a workbook as XML: rows above, the header, rows below. The header stays in sight. */
import { CellStyles, BOLD_STYLE, TEXT_STYLE } from './cell-styles.js';
import { isExactInSpreadsheet, textCell, type CellValue } from './cell-value.js';
import { columnLetters } from '../../workbooks/cell-reference.js';
import { xmlText } from './workbook-text.js';

export interface SheetColumn {
  /** Blank where the column has none. */
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

export interface NewSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** The rows above the header. */
  readonly above?: readonly (readonly CellValue[])[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly strings: StringTable;
  readonly styles: CellStyles;
  /** The namespace of a worksheet. */
  readonly namespace: string;
}

/** The strings of all sheets, each once, in the order of their first use. */
export class StringTable {
  private readonly places = new Map<string, number>();

  place(text: string): number {
    const known = this.places.get(text) ?? this.places.size;
    this.places.set(text, known);
    return known;
  }

  xml(namespace: string): string {
    const items = [...this.places.keys()].map(
      (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
    );
    return `<sst xmlns="${namespace}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

export function worksheetXml(sheet: NewSheet, context: SheetContext): string {
  const header = sheet.columns.map((column) => textCell(column.header));
  const above = [...(sheet.above ?? []), header];
  const rows = [
    ...above.map((cells, row) => rowXml(row, cells, context, BOLD_STYLE)),
    ...sheet.rows.map((cells, row) => rowXml(above.length + row, cells, context, TEXT_STYLE)),
  ];
  const pane = `<pane ySplit="${above.length}" topLeftCell="A${above.length + 1}" activePane="bottomLeft" state="frozen"/>`;
  return (
    `<worksheet xmlns="${context.namespace}">` +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    columnsXml(sheet.columns) +
    `<sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}

function columnsXml(columns: readonly SheetColumn[]): string {
  const tags = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return tags.length === 0 ? '' : `<cols>${tags.join('')}</cols>`;
}

/** Rows and columns count from 0. */
function rowXml(
  row: number,
  cells: readonly CellValue[],
  context: SheetContext,
  textStyle: number,
): string {
  const written = cells.map((cell, column) =>
    cell === undefined
      ? ''
      : `<c r="${columnLetters(column)}${row + 1}" ${contentXml(cell, context, textStyle)}</c>`,
  );
  return `<row r="${row + 1}">${written.join('')}</row>`;
}

/** A cell's attributes and what is in it. */
function contentXml(
  cell: NonNullable<CellValue>,
  { strings, styles }: SheetContext,
  textStyle: number,
): string {
  if (cell.kind === 'number' && isExactInSpreadsheet(cell.digits))
    return `s="${styles.decimals(cell.decimals)}"><v>${cell.digits}</v>`;
  const text = cell.kind === 'text' ? cell.text : cell.digits;
  return `t="s" s="${textStyle}"><v>${strings.place(text)}</v>`;
}
