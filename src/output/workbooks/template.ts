/**
 * A workbook that somebody else made, to be filled under its own headers, for importers whose template
 * changes by version. All other parts keep their bytes; of a filled sheet, the rows below the header are
 * replaced. Templates are small, and are held in memory.
 */
import { posix } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { isExactInSpreadsheet, type CellValue } from './cell-value.js';
import { columnLetters, columnOf } from '../../workbooks/cell-reference.js';
import { escapedControls } from './workbook-text.js';
import { attribute, childNamed, children, textOf, withName } from './xml-tree.js';
import { zipBytes } from './zip-bytes.js';

export class Template {
  private readonly parts: Map<string, Uint8Array>;
  /** Of the cells that name a string by its place. */
  private readonly strings: readonly string[];

  private constructor(bytes: Uint8Array) {
    this.parts = new Map(Object.entries(unzipSync(bytes)));
    this.strings = this.parts.has(STRINGS)
      ? children(this.root(STRINGS)).map((item) => stringOf(item))
      : [];
  }

  /** null where the bytes are no workbook. */
  static open(bytes: Uint8Array): Template | null {
    try {
      const template = new Template(bytes);
      return template.sheetParts().size > 0 ? template : null;
    } catch {
      return null;
    }
  }

  /** The texts of a row by column, counted from 0; null where there is no such sheet. Rows count from 1. */
  row(sheet: string, row: number): Map<number, string> | null {
    const part = this.sheetParts().get(sheet);
    if (part === undefined) return null;
    const found = rowsOf(this.root(part)).find((one) => attribute(one, 'r') === String(row));
    const cells = found === undefined ? [] : children(found);
    return new Map(
      cells.map((cell) => [columnOf(attribute(cell, 'r') ?? ''), this.textOfCell(cell).trim()]),
    );
  }

  /** Puts rows below a row of a sheet; a column has the style of its cell in the first row that was there. */
  fill(sheet: string, headerRow: number, rows: readonly ReadonlyMap<number, CellValue>[]): void {
    const part = this.sheetParts().get(sheet) ?? '';
    const root = this.root(part);
    const data = childNamed(root, 'sheetData');
    const below = rowsOf(root).filter((row) => Number(attribute(row, 'r')) > headerRow);
    const styles = stylesOf(below[0]);
    for (const row of below) row.remove();
    rows.forEach((cells, at) => {
      addRow(data, headerRow + 1 + at, cells, styles);
    });
    for (const dimension of withName(root, 'dimension')) dimension.remove();
    this.parts.set(part, strToU8(root.doc().end()));
  }

  bytes(): Uint8Array {
    return zipBytes(this.parts);
  }

  /** Where each sheet is, by its name. */
  private sheetParts(): Map<string, string> {
    const targets = new Map(
      children(this.root('xl/_rels/workbook.xml.rels')).map((one) => [
        attribute(one, 'Id'),
        posix.resolve('/xl', attribute(one, 'Target') ?? '').slice(1),
      ]),
    );
    const sheets = children(childNamed(this.root('xl/workbook.xml'), 'sheets'));
    return new Map(
      sheets.map((sheet) => [
        attribute(sheet, 'name') ?? '',
        targets.get(attribute(sheet, 'r:id')) ?? '',
      ]),
    );
  }

  private root(part: string): XMLBuilder {
    return create(strFromU8(this.parts.get(part) ?? new Uint8Array())).root();
  }

  private textOfCell(cell: XMLBuilder): string {
    const text = children(cell).map(textOf).join('');
    return attribute(cell, 't') === 's' ? (this.strings[Number(text)] ?? '') : text;
  }
}

const STRINGS = 'xl/sharedStrings.xml';

/** A string may be in runs of several looks; how it is pronounced is no part of it. */
function stringOf(item: XMLBuilder): string {
  return children(item)
    .filter((part) => !part.node.nodeName.endsWith('rPh'))
    .map(textOf)
    .join('');
}

function rowsOf(root: XMLBuilder): XMLBuilder[] {
  return children(childNamed(root, 'sheetData'));
}

function stylesOf(row: XMLBuilder | undefined): ReadonlyMap<number, string> {
  const cells = row === undefined ? [] : children(row);
  return new Map(
    cells.map((cell) => [columnOf(attribute(cell, 'r') ?? ''), attribute(cell, 's') ?? '0']),
  );
}

function addRow(
  data: XMLBuilder,
  rowNumber: number,
  cells: ReadonlyMap<number, CellValue>,
  styles: ReadonlyMap<number, string>,
): void {
  const row = data.ele('row', { r: rowNumber });
  for (const [column, cell] of [...cells].sort(([left], [right]) => left - right)) {
    if (cell === undefined) continue;
    const place = { r: `${columnLetters(column)}${rowNumber}`, s: styles.get(column) ?? '0' };
    if (cell.kind === 'number' && isExactInSpreadsheet(cell.digits)) {
      row.ele('c', place).ele('v').txt(cell.digits);
      continue;
    }
    const text = cell.kind === 'text' ? cell.text : cell.digits;
    const inline = row.ele('c', { ...place, t: 'inlineStr' }).ele('is');
    inline.ele('t', { 'xml:space': 'preserve' }).txt(escapedControls(text));
  }
}
