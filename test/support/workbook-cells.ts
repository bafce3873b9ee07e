/** What stands in a workbook: read from its XML, or by LibreOffice. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { temporaryFolder } from './temporary-folder.js';

/** A text is as typed; a number is `=` and its digits; an empty cell is blank. */
export type SheetCells = readonly (readonly string[])[];

type Element = Record<string, unknown>;

const LISTS = new Set([
  'row',
  'c',
  'si',
  'sheet',
  'Relationship',
  'table:table',
  'table:table-row',
]);
const PARSER = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => LISTS.has(name) || name === 'table:table-cell',
});

/** By sheet, each row up to its last cell that is filled. */
export function cellsInFile(bytes: Uint8Array): Map<string, SheetCells> {
  const parts = unzipSync(bytes);
  const part = (name: string): Element =>
    PARSER.parse(Buffer.from(parts[name] ?? []).toString('utf8')) as Element;
  const strings = listAt(part('xl/sharedStrings.xml'), ['sst', 'si']).map((item) =>
    textAt(item, ['t']),
  );
  const targets = new Map(
    listAt(part('xl/_rels/workbook.xml.rels'), ['Relationships', 'Relationship']).map((one) => [
      one['@_Id'],
      `xl/${String(one['@_Target'])}`,
    ]),
  );
  return new Map(
    listAt(part('xl/workbook.xml'), ['workbook', 'sheets', 'sheet']).map((sheet) => [
      String(sheet['@_name']),
      rowsOf(part(targets.get(sheet['@_r:id']) ?? ''), strings),
    ]),
  );
}

function rowsOf(worksheet: Element, strings: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const row of listAt(worksheet, ['worksheet', 'sheetData', 'row'])) {
    const cells: string[] = [];
    for (const cell of listAt(row, ['c']))
      cells[columnAt(String(cell['@_r']))] = cellText(cell, strings);
    rows[Number(row['@_r']) - 1] = Array.from(cells, (cell?: string) => cell ?? '');
  }
  return Array.from(rows, (row?: string[]) => row ?? []);
}

function cellText(cell: Element, strings: readonly string[]): string {
  if (cell['@_t'] === 's') return strings[Number(textAt(cell, ['v']))] ?? '';
  if (cell['@_t'] === 'inlineStr') return textAt(cell, ['is', 't']);
  return `=${textAt(cell, ['v'])}`;
}

/** `B3` → 1. */
function columnAt(reference: string): number {
  return (
    Array.from(reference.replace(/\d+/, '')).reduce(
      (place, letter) => place * 26 + letter.charCodeAt(0) - 64,
      0,
    ) - 1
  );
}

/** The same, as LibreOffice opens the file: a number is `=` and the digits of its value. */
export function cellsByLibreOffice(bytes: Uint8Array): Map<string, SheetCells> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'book.xlsx'), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const convert = ['--headless', '--convert-to', 'fods', '--outdir', folder];
  execFileSync('soffice', [profile, ...convert, join(folder, 'book.xlsx')], { stdio: 'pipe' });
  const root = PARSER.parse(readFileSync(join(folder, 'book.fods'), 'utf8')) as Element;
  const path = ['office:document', 'office:body', 'office:spreadsheet', 'table:table'];
  return new Map(
    listAt(root, path).map((table) => [
      String(table['@_table:name']),
      withoutBlankEnd(
        listAt(table, ['table:table-row']).flatMap(repeatedRow),
        ({ length }) => length === 0,
      ),
    ]),
  );
}

const REPEATED_MAX = 100;

function repeatedRow(row: Element): string[][] {
  const cells = listAt(row, ['table:table-cell']).flatMap((cell) =>
    Array.from({ length: repeated(cell, 'columns') }, () => officeText(cell)),
  );
  const filled = withoutBlankEnd(cells, (cell) => cell === '');
  return Array.from({ length: repeated(row, 'rows') }, () => filled);
}

/** What is repeated to the end of a sheet is blank. */
function repeated(element: Element, what: 'columns' | 'rows'): number {
  return Math.min(Number(element[`@_table:number-${what}-repeated`] ?? 1), REPEATED_MAX);
}

function officeText(cell: Element): string {
  const type = cell['@_office:value-type'];
  if (type === undefined) return '';
  if (type !== 'string') return `=${String(cell['@_office:value'])}`;
  return [cell['text:p']]
    .flat()
    .map((line) => textAt(line, []))
    .join('\n');
}

function withoutBlankEnd<Value>(
  values: readonly Value[],
  isBlank: (value: Value) => boolean,
): Value[] {
  const last = values.findLastIndex((value) => !isBlank(value));
  return values.slice(0, last + 1);
}

function at(node: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? (found as Element)[name] : undefined,
    node,
  );
}

function listAt(node: unknown, path: readonly string[]): Element[] {
  return (at(node, path) ?? []) as Element[];
}

function textAt(node: unknown, path: readonly string[]): string {
  const found = at(node, path);
  if (typeof found === 'string') return found;
  const text = at(found, ['#text']);
  return typeof text === 'string' ? text : '';
}
