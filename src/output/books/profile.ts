/**
 * What every accounting system's import has in common. Rows carry a quantity of 1 at the line's
 * amount, since these systems round quantity and price to a few digits and multiply them anew: 20.5/26
 * of 5,200.00 would no longer be 4,100.00. The true quantity and price stand in the description.
 */
import type { Document } from '../../documents/document.js';
import { formatAmount, type MinorUnits } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { LocalDate } from '../../period/local-date.js';
import type { Line } from '../../pricing/line.js';
import { descriptionOf as wordsOf } from '../../words/line-words.js';
import type { Cell } from '../csv/csv.js';
import type { CellValue } from '../workbooks/cell-value.js';
import type { DocumentCodes } from './document-codes.js';
import type { XmlElement } from './xml-file.js';

const PERCENT = Rational.of(100n);

/** A file of text, with a row or several for each document. */
export interface TableProfile {
  readonly kind: 'table';
  /** The most documents that one import takes; null: any number. */
  readonly documentsMax: number | null;
  readonly sheetOf: (document: Document) => Sheet;
  readonly rowsOf: (document: Document, codes: DocumentCodes) => readonly (readonly Cell[])[];
}

/** One of the files of a profile. */
export interface Sheet {
  /** Its name without the ending. */
  readonly name: string;
  readonly ending: 'csv' | 'txt';
  /** The rows above those of the documents. */
  readonly head: readonly (readonly string[])[];
}

/** Workbooks, which are put together in memory, each for so many documents. */
export interface WorkbookProfile {
  readonly kind: 'workbook';
  readonly documentsMax: number;
  readonly rowsOf: (document: Document, codes: DocumentCodes) => WorkbookRows;
  /** `rows`: of all its documents. `template`: the workbook to be filled; null where none is given. */
  readonly bytesOf: (workbook: string, rows: SheetRows, template: Uint8Array | null) => Uint8Array;
}

/** Rows by the name of their sheet. */
type SheetRows = ReadonlyMap<string, readonly (readonly CellValue[])[]>;

/** What a document adds to one of the workbooks of a profile. */
export interface WorkbookRows {
  /** The workbook's name without `.xlsx`. */
  readonly workbook: string;
  readonly rows: SheetRows;
}

/** A file of XML for each document. */
export interface DocumentProfile {
  readonly kind: 'document';
  /** Inside `finance/`. */
  readonly fileOf: (document: Document) => string;
  readonly contentOf: (document: Document, codes: DocumentCodes) => XmlElement;
}

export type FinanceProfile = TableProfile | WorkbookProfile | DocumentProfile;

/** `sheet('xero', COLUMNS)` is `xero.csv`. */
export function sheet(name: string, columns: readonly string[]): Sheet {
  return { name, ending: 'csv', head: [columns] };
}

/** A row by the names of its columns; those that are not named are blank. */
export function rowOf<Column extends string, Value>(
  columns: readonly Column[],
  cells: Readonly<Partial<Record<Column, Value>>>,
): (Value | null)[] {
  return columns.map((column) => cells[column] ?? null);
}

/** In the merchant's language: `客服月薪 A1 (0.5 month × 5200)`. */
export function descriptionOf({ merchant }: Document, line: Line): string {
  const { zh, en } = wordsOf(line);
  const wording = { zh, en, 'zh-en': `${zh} / ${en}` }[merchant.language];
  return `${wording} (${line.quantity.toDecimal()} ${line.unit} × ${line.unitPrice.toDecimal()})`;
}

/** What a document is about: the one that it cancels or replaces, or else its period. */
export function referenceOf({ cancels, replaces, period }: Document): string {
  return cancels ?? replaces ?? period;
}

/** As a credit note states it in a system that turns the sign itself. */
export function positiveOnCreditNote({ type }: Document, amount: MinorUnits): MinorUnits {
  return type === 'credit_note' ? -amount : amount;
}

export function amountCell({ currency }: Document, amount: MinorUnits): string {
  return formatAmount(amount, currency);
}

/** (2026-11-05, `DD/MM/YYYY`) → `05/11/2026`. */
export function formatDate(date: LocalDate, format: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return format.replace('YYYY', year).replace('MM', month).replace('DD', day);
}

/** 0.06 → `6`. */
export function percentNumber(rate: Rational): string {
  return rate.times(PERCENT).toDecimal();
}
