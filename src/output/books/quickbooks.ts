/**
 * QuickBooks Online, invoices, with the columns of its editions outside the United States. An import
 * takes at most 100 documents and no negative total: credit notes are a file of their own, for the import
 * of credit notes, and state what is credited. Amounts are without tax; the tax is the document's. A number
 * (`DocNumber`) has at most 21 characters.
 */
import { taxedLines } from '../../documents/taxed-lines.js';
import { text } from '../csv/csv.js';
import { checkNumberLength } from './number-length.js';
import {
  amountCell,
  descriptionOf,
  formatDate,
  positiveOnCreditNote,
  referenceOf,
  rowOf,
  sheet,
  type TableProfile,
} from './profile.js';

const COLUMNS = [
  '*InvoiceNo',
  '*Customer',
  '*InvoiceDate',
  '*DueDate',
  'Terms',
  'Location',
  'Memo',
  'Item(Product/Service)',
  'ItemDescription',
  'ItemQuantity',
  'ItemRate',
  '*ItemAmount',
  'Service Date',
  '*Item Tax Code',
  'Item Tax Amount',
  'Currency',
] as const;

const NUMBER_CHARACTERS_MAX = 21;
const INVOICES = sheet('quickbooks', COLUMNS);
const CREDIT_NOTES = sheet('quickbooks-credit-notes', COLUMNS);

export const QUICKBOOKS: TableProfile = {
  kind: 'table',
  documentsMax: 100,
  sheetOf: ({ type }) => (type === 'credit_note' ? CREDIT_NOTES : INVOICES),
  rowsOf: (document, codes) => {
    checkNumberLength(document, codes, NUMBER_CHARACTERS_MAX);
    const format = codes.section.date_format ?? 'YYYY-MM-DD';
    const customer = codes.customer();
    return taxedLines(document).map(({ line, net, tax }) => {
      const amount = amountCell(document, positiveOnCreditNote(document, net));
      return rowOf(COLUMNS, {
        '*InvoiceNo': document.number,
        '*Customer': text(customer),
        '*InvoiceDate': formatDate(document.issueDate, format),
        '*DueDate': formatDate(document.dueDate, format),
        Memo: referenceOf(document),
        'Item(Product/Service)': text(codes.item(line)),
        ItemDescription: text(descriptionOf(document, line)),
        ItemQuantity: '1',
        ItemRate: amount,
        '*ItemAmount': amount,
        'Service Date': formatDate(line.serviceTo, format),
        '*Item Tax Code': text(codes.taxCode(line.taxRate)),
        'Item Tax Amount': amountCell(document, positiveOnCreditNote(document, tax)),
        Currency: document.currency.code,
      });
    });
  },
};
