/** The CSVs that finance imports: one header row, UTF-8 with a byte-order mark, RFC 4180 quoting. */
import { stringify } from 'csv-stringify/sync';
import { isOfPreview } from '../../documents/document-number.js';
import type { Document } from '../../documents/document.js';
import { guarded } from '../../formula-guard.js';
import { formatAmount } from '../../money/amount.js';
import type { Line } from '../../pricing/line.js';
import { basisText } from '../../words/basis-text.js';
import { descriptionOf } from '../../words/line-words.js';
import type { Problem } from '../../problem.js';
import { someAtATime } from '../../some-at-a-time.js';
import type { Spoken } from '../../words/language.js';
import { problemSentence } from '../../words/problem-sentence.js';
import type { AccountedRows } from '../../facts/usage/account-for-rows.js';

/** A cell that people typed, in which a formula is made harmless, or one that this program computed. */
export type Cell = { readonly text: string } | string | number | null;

/** One kind of CSV: its columns, and the rows that one of its items comes to. */
export interface CsvTable<Item> {
  readonly columns: readonly string[];
  readonly rowsOf: (item: Item) => (readonly Cell[])[];
}

/** Any line break is quoted: csv-stringify by itself quotes the record delimiter alone. */
const LAYOUT = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

/** The whole file. */
export function csvOf<Item>(table: CsvTable<Item>, items: readonly Item[]): string {
  return csvHead(table) + csvRows(table, items).text;
}

const ITEMS_A_PIECE = 10_000;

/** The whole file piece by piece, which as one text may be longer than a text can be. */
export function* csvPieces<Item>(
  table: CsvTable<Item>,
  items: Iterable<Item>,
): Generator<{ readonly text: string; readonly rows: number }> {
  yield { text: csvHead(table), rows: 0 };
  for (const some of someAtATime(items, ITEMS_A_PIECE)) yield csvRows(table, some);
}

/** The byte-order mark and the header row. */
export function csvHead({ columns }: CsvTable<never>): string {
  return stringify([[...columns]], { ...LAYOUT, bom: true });
}

/** The rows below the header. */
export function csvRows<Item>(
  { rowsOf }: CsvTable<Item>,
  items: readonly Item[],
): { text: string; rows: number } {
  const rows = items.flatMap(rowsOf).map((row) => row.map(cellText));
  return { text: stringify(rows, LAYOUT), rows: rows.length };
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return guarded(cell.text);
}

export const text = (value: string | null): Cell => (value === null ? null : { text: value });

export const INVOICES: CsvTable<Document> = {
  columns: [
    'number',
    'type',
    'period',
    'merchant_id',
    'merchant_name',
    'currency',
    'issue_date',
    'due_date',
    'net',
    'tax',
    'total',
    'cancels',
    'replaces',
  ],
  rowsOf: (document) => [
    [
      document.number,
      document.type,
      document.period,
      text(document.merchant.merchantId),
      text(document.merchant.name),
      document.currency.code,
      document.issueDate,
      isOfPreview(document) ? '' : document.dueDate,
      formatAmount(document.net, document.currency),
      formatAmount(document.tax, document.currency),
      formatAmount(document.total, document.currency),
      document.cancels,
      document.replaces,
    ],
  ],
};

export const INVOICE_LINES: CsvTable<Document> = {
  columns: [
    'number',
    'line',
    'merchant_id',
    'contract_id',
    'plan',
    'kind',
    'description_zh',
    'description_en',
    'quantity',
    'unit',
    'unit_price',
    'amount',
    'tax_rate',
    'tax_included',
    'basis',
  ],
  rowsOf: (document) => document.lines.map((line, at) => lineCells(document, line, at + 1)),
};

/** A document's own CSV: its lines, with the dates of the service. */
export const DOCUMENT_LINES: CsvTable<Document> = {
  columns: [...INVOICE_LINES.columns, 'service_from', 'service_to'],
  rowsOf: (document) =>
    document.lines.map((line, at) => [
      ...lineCells(document, line, at + 1),
      line.serviceFrom,
      line.serviceTo,
    ]),
};

function lineCells(document: Document, line: Line, position: number): Cell[] {
  const { zh, en } = descriptionOf(line);
  return [
    document.number,
    position,
    text(document.merchant.merchantId),
    text(line.contractId),
    line.plan,
    line.kind,
    text(zh),
    text(en),
    line.quantity.toDecimal(),
    line.unit,
    line.unitPrice.toDecimal(),
    formatAmount(line.amount, document.currency),
    line.taxRate.toDecimal(),
    String(line.taxIncluded),
    text(basisText(line)),
  ];
}

export const INVOICE_TAXES: CsvTable<Document> = {
  columns: ['number', 'tax_rate', 'tax_base', 'tax'],
  rowsOf: ({ number, currency, taxes }) =>
    taxes.map(({ rate, base, tax }) => [
      number,
      rate.toDecimal(),
      formatAmount(base, currency),
      formatAmount(tax, currency),
    ]),
};

export function problemsTable(language: Spoken): CsvTable<Problem> {
  return {
    columns: ['severity', 'code', 'file', 'record', 'column', 'merchant_id', 'message', 'hint'],
    rowsOf: (found) => {
      const { severity, code, file, record, column, merchantId } = found;
      const { message, hint } = problemSentence(found, language);
      const place = [text(file), record, text(column), text(merchantId)];
      return [[severity, code, ...place, text(message), text(hint)]];
    },
  };
}

export const ROW_ACCOUNTING: CsvTable<AccountedRows> = {
  columns: ['file', 'table', 'outcome', 'rows', 'currency', 'amount'],
  rowsOf: ({ file, table, outcome, rows, money }) => [
    [
      text(file),
      table,
      outcome,
      String(rows),
      money?.currency.code ?? null,
      money === null ? null : formatAmount(money.amount, money.currency),
    ],
  ],
};
