/**
 * Zoho Books, invoices. One row per line with the invoice repeated. Zoho computes the tax: it finds its own
 * by name, kind and percentage, and makes a new one where they do not match. Credit notes are a file of
 * their own, for the import of credit notes, and state what is credited.
 */
import { text } from '../csv/csv.js';
import {
  amountCell,
  descriptionOf,
  percentNumber,
  positiveOnCreditNote,
  referenceOf,
  rowOf,
  sheet,
  type TableProfile,
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
  'Item Tax Name',
  'Item Tax Type',
  'Item Tax %',
] as const;

const INVOICES = sheet('zoho', COLUMNS);
const CREDIT_NOTES = sheet('zoho-credit-notes', COLUMNS);
/** A single tax, as against a `Tax Group`. */
const SINGLE_TAX = 'Item Amount';

export const ZOHO: TableProfile = {
  kind: 'table',
  documentsMax: null,
  sheetOf: ({ type }) => (type === 'credit_note' ? CREDIT_NOTES : INVOICES),
  rowsOf: (document, codes) => {
    const customer = codes.customer();
    return document.lines.map((line) =>
      rowOf(COLUMNS, {
        'Invoice Number': document.number,
        'Invoice Date': document.issueDate,
        'Invoice Status': 'Draft',
        'Customer Name': text(customer),
        PurchaseOrder: referenceOf(document),
        'Due Date': document.dueDate,
        'Currency Code': document.currency.code,
        Account: text(codes.account(line)),
        'Item Name': text(codes.item(line)),
        'Item Desc': text(descriptionOf(document, line)),
        'Item Type': 'service',
        Quantity: '1',
        'Item Price': amountCell(document, positiveOnCreditNote(document, line.amount)),
        'Is Inclusive Tax': String(line.taxIncluded),
        'Item Tax Name': text(codes.taxCode(line.taxRate)),
        'Item Tax Type': SINGLE_TAX,
        'Item Tax %': percentNumber(line.taxRate),
      }),
    );
  },
};
