/** `invoices.xlsx`: what `invoices.csv` has, for people who open it in a spreadsheet. */
import { isOfPreview } from '../../documents/document-number.js';
import type { Document, Language } from '../../documents/document.js';
import { formatAmount } from '../../money/amount.js';
import { inLanguage, titleOf } from '../../words/labels.js';
import {
  WORKBOOK_COLUMNS as COLUMNS,
  WORKBOOK_SHEETS as SHEETS,
} from '../../words/workbook-words.js';
import { titledSheets, type TitledColumn } from './titled-sheet.js';
import { workbookBytes } from './write-workbook.js';

/** What is kept of a document: its lines stay out of memory. */
export type InvoiceRow = Readonly<Record<keyof typeof COLUMNS_OF_INVOICES, string>>;

const COLUMNS_OF_INVOICES = {
  number: 'text',
  type: 'text',
  period: 'text',
  merchantId: 'text',
  merchant: 'text',
  currency: 'text',
  issueDate: 'text',
  dueDate: 'text',
  net: 'number',
  tax: 'number',
  total: 'number',
  cancels: 'text',
  replaces: 'text',
} as const satisfies Partial<Record<keyof typeof COLUMNS, TitledColumn<never>['kind']>>;

/** In the provider's language. */
export function invoiceRow(document: Document, language: Language): InvoiceRow {
  const { number, period, merchant, currency, issueDate, dueDate, cancels, replaces } = document;
  return {
    number,
    type: inLanguage(titleOf(document), language),
    period,
    merchantId: merchant.merchantId,
    merchant: merchant.name,
    currency: currency.code,
    issueDate,
    dueDate: isOfPreview(document) ? '' : dueDate,
    net: formatAmount(document.net, currency),
    tax: formatAmount(document.tax, currency),
    total: formatAmount(document.total, currency),
    cancels: cancels ?? '',
    replaces: replaces ?? '',
  };
}

export function invoicesWorkbook(rows: readonly InvoiceRow[], language: Language): Uint8Array {
  const names = Object.keys(COLUMNS_OF_INVOICES) as (keyof InvoiceRow)[];
  const columns = names.map((name): TitledColumn<InvoiceRow> => {
    return { title: COLUMNS[name], kind: COLUMNS_OF_INVOICES[name], cellOf: (row) => row[name] };
  });
  const say = (words: Parameters<typeof inLanguage>[0]): string => inLanguage(words, language);
  return workbookBytes(titledSheets(SHEETS.invoices, columns, rows, say));
}
