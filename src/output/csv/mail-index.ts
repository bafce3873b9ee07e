/** `index.csv`: what a mail merge needs to send each document to its merchant; nobody is sent a preview. */
import { isOfPreview } from '../../documents/document-number.js';
import type { Document } from '../../documents/document.js';
import { formatAmount } from '../../money/amount.js';
import { attachmentName } from './attachment-name.js';
import { text, type Cell, type CsvTable } from './csv.js';

export const MAIL_INDEX: CsvTable<Document> = {
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
  ],
  rowsOf: (document) => (isOfPreview(document) ? [] : [rowOf(document)]),
};

function rowOf(document: Document): Cell[] {
  return [
    document.number,
    text(document.merchant.merchantId),
    text(document.merchant.name),
    text(document.merchant.email),
    document.merchant.language,
    document.type,
    formatAmount(document.total, document.currency),
    document.currency.code,
    document.dueDate,
    `pdf/${document.number}.pdf`,
    text(attachmentName(document)),
  ];
}
