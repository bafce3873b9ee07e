/**
 * Zoho Books, invoices. One row per line with the invoice repeated. The sheet has no column for tax:
 * each rate's tax is a row of its own, booked to output tax, and so the total is the document's. Credit
 * notes are a file of their own, for the import of credit notes, and state what is credited.
 */
import { text } from '../csv/csv.js';
import { netAndTaxEntries } from './net-and-tax-entries.js';
import {
  amountCell,
  positiveOnCreditNote,
  referenceOf,
  rowOf,
  sheet,
  type FinanceProfile,
} from './profile.js';

const COLUMNS = [
  'Invoice Number',
  'Invoice Date',
  'Invoice Status',
  'Customer Name',
  'GST Treatment',
  'GST Identification Number (GSTIN)',
  'Place of Supply',
  'PurchaseOrder',
  'Expense Reference ID',
  'Payment Terms',
  'Payment Terms Label',
  'Due Date',
  'Expected Payment Date',
  'Sales person',
  'Currency Code',
  'Exchange Rate',
  'Account',
  'Item Name',
  'Item Desc',
  'Item Type',
  'HSN/SAC',
  'Quantity',
  'Usage unit',
  'Item Price',
  'Item Tax Exemption Reason',
  'Is Inclusive Tax',
] as const;

const INVOICES = sheet('zoho', COLUMNS);
const CREDIT_NOTES = sheet('zoho-credit-notes', COLUMNS);

export const ZOHO: FinanceProfile = {
  name: 'zoho',
  byteOrderMark: false,
  documentsMax: null,
  sheetOf: ({ type }) => (type === 'credit_note' ? CREDIT_NOTES : INVOICES),
  rowsOf: (document, codes) => {
    const customer = codes.customer(document);
    return netAndTaxEntries(document, codes).map((entry) =>
      rowOf(COLUMNS, {
        'Invoice Number': document.number,
        'Invoice Date': document.issueDate,
        'Invoice Status': 'Draft',
        'Customer Name': text(customer),
        PurchaseOrder: referenceOf(document),
        'Due Date': document.dueDate,
        'Currency Code': document.currency.code,
        Account: text(entry.account),
        'Item Name': text(entry.item),
        'Item Desc': text(entry.description),
        'Item Type': 'service',
        Quantity: '1',
        'Item Price': amountCell(document, positiveOnCreditNote(document, entry.amount)),
        'Is Inclusive Tax': 'false',
      }),
    );
  },
};
