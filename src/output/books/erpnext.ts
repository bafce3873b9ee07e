/**
 * ERPNext, sales invoices. The cells of the invoice stand on its first row alone. The sheet has no
 * column for tax: each rate's tax is an item of its own, booked to output tax, and so the total is the document's.
 * Credit notes are returns, in a file of their own with the one column more that says so: a quantity
 * of −1 at a positive rate.
 */
import type { Document } from '../../documents/document.js';
import { text, type Cell } from '../csv/csv.js';
import type { CodeBook } from './code-book.js';
import { netAndTaxEntries, type NetOrTaxEntry } from './net-and-tax-entries.js';
import { amountCell, positiveOnCreditNote, rowOf, sheet, type FinanceProfile } from './profile.js';

const COLUMNS = [
  'ID',
  'Customer',
  'Date',
  'Due Date',
  'Currency',
  'Item (Items)',
  'Item Name (Items)',
  'Description (Items)',
  'Quantity (Items)',
  'Rate (Items)',
  'Income Account (Items)',
] as const;
const IS_RETURN = 'Is Return (Credit Note)';

const INVOICES = sheet('erpnext', COLUMNS);
const CREDIT_NOTES = sheet('erpnext-credit-notes', [...COLUMNS, IS_RETURN]);

export const ERPNEXT: FinanceProfile = {
  name: 'erpnext',
  byteOrderMark: false,
  documentsMax: null,
  sheetOf: ({ type }) => (type === 'credit_note' ? CREDIT_NOTES : INVOICES),
  rowsOf: (document, codes) => {
    const isReturn = document.type === 'credit_note';
    return netAndTaxEntries(document, codes).map((entry, at) => [
      ...rowOf(COLUMNS, {
        ...(at === 0 ? invoiceCells(document, codes) : {}),
        ...itemCells(document, entry),
      }),
      ...(isReturn ? [at === 0 ? '1' : null] : []),
    ]);
  },
};

function invoiceCells(document: Document, codes: CodeBook): Record<string, Cell> {
  return {
    ID: document.number,
    Customer: text(codes.customer(document)),
    Date: document.issueDate,
    'Due Date': document.dueDate,
    Currency: document.currency.code,
  };
}

function itemCells(document: Document, entry: NetOrTaxEntry): Record<string, Cell> {
  return {
    'Item (Items)': text(entry.item),
    'Item Name (Items)': text(entry.item),
    'Description (Items)': text(entry.description),
    'Quantity (Items)': document.type === 'credit_note' ? '-1' : '1',
    'Rate (Items)': amountCell(document, positiveOnCreditNote(document, entry.amount)),
    'Income Account (Items)': text(entry.account),
  };
}
