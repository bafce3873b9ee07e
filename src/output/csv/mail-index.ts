/** `index.csv`: what a mail merge needs to send each document to its merchant; nobody is sent a preview. */
import { isOfPreview } from '../../documents/document-number.js';
import type { Document } from '../../documents/document.js';
import { formatAmount } from '../../money/amount.js';
import { attachmentName } from './attachment-name.js';
import { text, type Cell, type CsvTable } from './csv.js';

/** What is kept of a document until all files of the batch are known: its lines stay out of memory. */
export interface MailEntry {
  readonly merchantId: string;
  /** Without the files that may lie beside the PDF. */
  readonly cells: readonly Cell[];
  /** Its workbook; null where there is none. */
  readonly workbook: string | null;
}

/** A document with the statement of its merchant's orders; null where there is none. */
export interface MailItem extends MailEntry {
  readonly statement: string | null;
}

export const MAIL_INDEX: CsvTable<MailItem> = {
  columns: [
    'number',
    'merchant_id',
    'merchant_name',
    'email',
    'language',
    'type',
    'total',
    'currency',
    'due_date',
    'pdf',
    'attachment_name',
    'statement',
    'workbook',
  ],
  rowsOf: ({ cells, statement, workbook }) => [[...cells, statement, workbook]],
};

/** None for a preview. A reversal goes without the orders, which its replacement has. */
export function mailEntries(document: Document, hasWorkbook: boolean): MailEntry[] {
  if (isOfPreview(document)) return [];
  const { number, merchant, currency, cancels } = document;
  const cells = [
    number,
    text(merchant.merchantId),
    text(merchant.name),
    text(merchant.email),
    merchant.language,
    document.type,
    formatAmount(document.total, currency),
    currency.code,
    document.dueDate,
    `pdf/${number}.pdf`,
    text(attachmentName(document)),
  ];
  const workbook = hasWorkbook ? `workbooks/${number}.xlsx` : null;
  return [{ merchantId: cancels === null ? merchant.merchantId : '', cells, workbook }];
}
