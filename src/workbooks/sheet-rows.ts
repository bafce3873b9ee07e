/** The rows of one worksheet, one after another, as its XML comes in. */
import type { Readable } from 'node:stream';
import { textOfCell, type CellContext } from './cell.js';
import { columnOf, COLUMNS_MAX, ROWS_MAX } from './cell-reference.js';
import { RichText } from './rich-text.js';
import { asFault } from './workbook-fault.js';
import { XmlReader, type XmlElement, type XmlHandler } from './xml-elements.js';

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly rowNumber: number;
  /** By hand or by a filter. */
  readonly isHidden: boolean;
  /** By column, from 0; blank where a cell is empty. The last one is not. */
  readonly cells: readonly string[];
}

/** A worksheet that is being read. */
export interface SheetReading {
  /** Places of hidden columns, from 0; known from the first row on. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Such as `A1:F1`, the first of them; known when the last row has been read. */
  readonly mergedRanges: readonly string[];
  /** Rows with at least one cell that is not empty; to be read once. */
  readonly rows: AsyncIterable<SheetRow>;
}

const MERGED_RANGES_MAX = 100_000;

export function readSheet(part: Readable, context: CellContext): SheetReading {
  const handler = new SheetHandler(context);
  return {
    hiddenColumns: handler.hiddenColumns,
    mergedRanges: handler.mergedRanges,
    rows: rowsOf(part, handler),
  };
}

async function* rowsOf(part: Readable, handler: SheetHandler): AsyncGenerator<SheetRow> {
  const reader = new XmlReader(handler);
  try {
    for await (const piece of part) {
      reader.write(piece as string);
      yield* handler.takeRows();
    }
    reader.close();
  } catch (thrown) {
    throw asFault(thrown);
  }
}

/** Makes rows of a worksheet's tags. Rows and cells may leave out where they stand: then they follow the last one. */
class SheetHandler implements XmlHandler {
  readonly hiddenColumns = new Set<number>();
  readonly mergedRanges: string[] = [];
  private rows: SheetRow[] = [];
  private rowNumber = 0;
  private isRowHidden = false;
  private cells: string[] = [];
  private column = -1;
  private attributes: XmlElement['attributes'] = {};
  private value: string | undefined;
  private isInValue = false;
  private inline: RichText | undefined;
  private isFormula = false;

  constructor(private readonly context: CellContext) {}

  takeRows(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  opened(element: XmlElement): void {
    const { name, attributes } = element;
    if (this.inline !== undefined) this.inline.opened(element);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.openValue();
    else if (name === 'f') this.isFormula = true;
    else if (name === 'is') this.inline = new RichText();
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'col') this.addHiddenColumns(attributes);
    else if (name === 'mergeCell') this.addMergedRange(attributes);
  }

  text(text: string): void {
    if (this.isInValue) this.value = (this.value ?? '') + text;
    else this.inline?.text(text);
  }

  closed(name: string): void {
    if (name === 'v') this.isInValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name !== 'is') this.inline?.closed(name);
  }

  private openRow(attributes: XmlElement['attributes']): void {
    const last = this.rowNumber;
    this.rowNumber = Number(attributes['r'] ?? last + 1);
    const isNext = Number.isInteger(this.rowNumber) && this.rowNumber > last;
    if (!isNext || this.rowNumber > ROWS_MAX) {
      throw new Error(`row ${attributes['r'] ?? ''} stands below row ${last}`);
    }
    this.isRowHidden = isTrue(attributes['hidden']);
    this.cells = [];
    this.column = -1;
  }

  private openCell(attributes: XmlElement['attributes']): void {
    const place = attributes['r'];
    const last = this.column;
    this.column = place === undefined ? last + 1 : columnOf(place);
    if (this.column <= last || this.column >= COLUMNS_MAX) {
      throw new Error(
        `the cell ${place ?? ''} of row ${this.rowNumber} stands in no column of its own`,
      );
    }
    this.attributes = attributes;
    this.value = undefined;
    this.inline = undefined;
    this.isFormula = false;
  }

  private openValue(): void {
    this.isInValue = true;
    this.value = '';
  }

  private closeCell(): void {
    const text = textOfCell(
      {
        type: this.attributes['t'] ?? 'n',
        style: this.attributes['s'],
        value: this.value,
        inline: this.inline?.take(),
        isFormula: this.isFormula,
      },
      this.context,
    );
    this.inline = undefined;
    if (text === '') return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    const { rowNumber, isRowHidden: isHidden, cells } = this;
    this.rows.push({ rowNumber, isHidden, cells });
  }

  private addHiddenColumns(attributes: XmlElement['attributes']): void {
    if (!isTrue(attributes['hidden'])) return;
    const first = Math.max(Number(attributes['min']), 1);
    const last = Math.min(Number(attributes['max']), COLUMNS_MAX);
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  private addMergedRange(attributes: XmlElement['attributes']): void {
    if (this.mergedRanges.length < MERGED_RANGES_MAX)
      this.mergedRanges.push(attributes['ref'] ?? '');
  }
}

/** An attribute that is `1` or `true`. */
function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
