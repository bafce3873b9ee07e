/** `index.csv`: what a mail merge needs to send each document to its merchant. */
import type { Document } from '../../documents/document.js';
import { formatAmount } from '../../money/amount.js';
import { attachmentName } from './attachment-name.js';
import { text, type CsvTable } from './csv.js';

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
  rowsOf: (document) => [
    [
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
    ],
  ],
};
