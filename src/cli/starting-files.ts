/** What a starting input folder holds: every table with its header, and a month that bills as it stands. */
import { stringify } from 'csv-stringify/sync';
import { FACT_TABLE_NAMES, FACT_TABLES } from '../facts/fact-tables.js';
import { numberCell, textCell, type CellValue } from '../output/workbooks/cell-value.js';
import type { NewSheet } from '../output/workbooks/worksheet-xml.js';
import { workbookBytes } from '../output/workbooks/write-workbook.js';
import type { Period } from '../period/period.js';
import { startingFinance } from '../reference/finance-needs.js';
import type { FinanceProfileName } from '../reference/finance-profiles.js';
import { FINANCE_FILE } from '../reference/read-finance.js';
import { PROVIDER_FILE, startingProvider } from '../reference/read-provider.js';
import { REFERENCE_WORKBOOK } from '../reference/reference-workbook.js';
import { STATUTORY_DAYS } from '../reference/statutory-days.js';
import { sheetNames, tableOf } from '../reference/table-names.js';
import { CALENDAR, REFERENCE_TABLES } from '../reference/table-specs.js';
import type { Words } from '../words/in-language.js';
import type { Spoken } from '../words/language.js';
import { chineseColumn, chineseValue } from '../words/table-words.js';
import { exampleMonth, type ExampleMonth, type ExampleRow } from './example-month.js';

/** What is asked of a starting folder. */
export interface StartingFolder {
  /** The month of the example; null: tables have their headers alone. */
  readonly period: Period | null;
  /** Whether the reference tables are sheets of one workbook. */
  readonly isWorkbook: boolean;
  /** The accounting systems whose codes are to be filled in. */
  readonly finance: readonly FinanceProfileName[];
  readonly language: Spoken;
  /** Tables that are there already. */
  readonly kept: ReadonlySet<string>;
  readonly words: Words['example'];
}

interface StartingTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly ExampleRow[];
}

/** The content of each file by its name. */
export function startingFiles(asked: StartingFolder): Map<string, string | Uint8Array> {
  const { period, isWorkbook, finance, language, kept, words } = asked;
  const month = period === null ? {} : exampleMonth(period, words);
  const provider = startingProvider(period === null ? { name: '' } : words.provider, language);
  const isWanted = ({ name }: StartingTable): boolean => !kept.has(name);
  const reference = referenceTables(month, words).filter(isWanted);
  const csvOf = (table: StartingTable): [string, string] => [
    `${table.name}.csv`,
    csv(table, language),
  ];
  return new Map<string, string | Uint8Array>([
    [PROVIDER_FILE, json(provider)],
    ...(finance.length === 0
      ? []
      : [[FINANCE_FILE, json(startingFinance(finance, Object.keys(words.merchants)))] as const]),
    ...(isWorkbook
      ? [[REFERENCE_WORKBOOK, workbookBytes(reference.map((one) => sheet(one, language)))] as const]
      : reference.map(csvOf)),
    ...factTables(month).filter(isWanted).map(csvOf),
  ]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function referenceTables(month: ExampleMonth, words: Words['example']): StartingTable[] {
  const days = STATUTORY_DAYS.map((date) => ({ date, tag: words.holiday }));
  return REFERENCE_TABLES.map(({ file, shape }) => {
    const name = tableOf(file);
    const rows = file === CALENDAR.file ? days : (month[name] ?? []);
    return { name, columns: Object.keys(shape), rows };
  });
}

function factTables(month: ExampleMonth): StartingTable[] {
  return FACT_TABLE_NAMES.map((name) => ({
    name,
    columns: Object.keys(FACT_TABLES[name].columns),
    rows: month[name] ?? [],
  }));
}

/** With a byte-order mark, by which a spreadsheet knows the encoding. */
function csv({ columns, rows }: StartingTable, language: Spoken): string {
  const header = columns.map((column) => headerOf(column, language));
  const body = rows.map((row) => columns.map((column) => cellOf(row, column, language)));
  return stringify([header, ...body], { bom: true });
}

function sheet({ name, columns, rows }: StartingTable, language: Spoken): NewSheet {
  const names = sheetNames(name);
  return {
    name: (language === 'zh' ? names[1] : undefined) ?? name,
    columns: columns.map((column) => ({ header: headerOf(column, language), width: 16 })),
    rows: rows.map((row) => columns.map((column) => typed(cellOf(row, column, language), column))),
  };
}

/** Ids are text, so that a spreadsheet leaves them as they are. */
function typed(cell: string, column: string): CellValue {
  const isNumber = /^\d+(\.\d+)?$/.test(cell) && !column.endsWith('_id');
  return isNumber ? numberCell(cell) : textCell(cell);
}

function headerOf(column: string, language: Spoken): string {
  return language === 'zh' ? chineseColumn(column) : column;
}

function cellOf(row: ExampleRow, column: string, language: Spoken): string {
  const cell = row[column] ?? '';
  return language === 'zh' ? chineseValue(cell) : cell;
}
