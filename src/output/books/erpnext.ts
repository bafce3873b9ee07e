/**
 * ERPNext, sales invoices, under the names of its fields, which its importer takes in any language. By
 * its own code:
 *
 * - A row whose cells of the invoice are all blank belongs to the invoice above. Its items and its taxes are
 *   tables of their own: a row may have one of each, and what is blank makes no row of a table.
 * - The invoice's `name` comes from its naming series whatever the file says: our number is `po_no`.
 * - `posting_date` holds where `set_posting_time` says so. A tax of the kind `Actual` is taken as it is.
 *
 * Credit notes are returns, in a file of their own, to be imported after the invoices: a quantity of −1
 * at a positive rate, a negative tax, and the number of the invoice that they return.
 */
import type { Document, TaxSubtotal } from '../../documents/document.js';
import { taxedLines, type TaxedLine } from '../../documents/taxed-lines.js';
import { text, type Cell } from '../csv/csv.js';
import type { DocumentCodes } from './document-codes.js';
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
  'naming_series',
  'customer',
  'posting_date',
  'set_posting_time',
  'due_date',
  'currency',
  'po_no',
  'remarks',
  'is_return',
  'return_against',
  'items.item_code',
  'items.item_name',
  'items.description',
  'items.qty',
  'items.rate',
  'items.income_account',
  'taxes.charge_type',
  'taxes.account_head',
  'taxes.description',
  'taxes.tax_amount',
] as const;

const INVOICES = sheet('erpnext', COLUMNS);
const CREDIT_NOTES = sheet('erpnext-credit-notes', COLUMNS);

type Cells = Partial<Record<(typeof COLUMNS)[number], Cell>>;

export const ERPNEXT: TableProfile = {
  kind: 'table',
  documentsMax: null,
  sheetOf: ({ type }) => (type === 'credit_note' ? CREDIT_NOTES : INVOICES),
  rowsOf: (document, codes) => {
    const items = taxedLines(document).map((line) => itemCells(document, line, codes));
    const taxes = document.taxes
      .filter(({ tax }) => tax !== 0n)
      .map((tax) => taxCells(document, tax, codes));
    // each rate is that of some line: there are as many items as taxes, or more
    return items.map((item, at) =>
      rowOf(COLUMNS, {
        ...(at === 0 ? invoiceCells(document, codes) : {}),
        ...item,
        ...taxes[at],
      }),
    );
  },
};

function invoiceCells(document: Document, codes: DocumentCodes): Cells {
  const isReturn = document.type === 'credit_note';
  return {
    naming_series: text(codes.section.naming_series ?? null),
    customer: text(codes.customer()),
    posting_date: document.issueDate,
    set_posting_time: '1',
    due_date: document.dueDate,
    currency: document.currency.code,
    po_no: document.number,
    remarks: `${document.number} ${referenceOf(document)}`,
    is_return: isReturn ? '1' : '0',
    return_against: isReturn ? document.cancels : null,
  };
}

function itemCells(document: Document, { line, net }: TaxedLine, codes: DocumentCodes): Cells {
  const item = text(codes.item(line));
  return {
    'items.item_code': item,
    'items.item_name': item,
    'items.description': text(descriptionOf(document, line)),
    'items.qty': document.type === 'credit_note' ? '-1' : '1',
    'items.rate': amountCell(document, positiveOnCreditNote(document, net)),
    'items.income_account': text(codes.account(line)),
  };
}

function taxCells(document: Document, { rate, tax }: TaxSubtotal, codes: DocumentCodes): Cells {
  return {
    'taxes.charge_type': 'Actual',
    'taxes.account_head': text(codes.outputTax(rate)),
    'taxes.description': `销项税 Output tax ${percentNumber(rate)}%`,
    'taxes.tax_amount': amountCell(document, tax),
  };
}
