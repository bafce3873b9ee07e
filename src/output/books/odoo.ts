/**
 * Odoo, journal entries of the kinds `out_invoice` and `out_refund`, which states what is credited. The
 * cells of the move stand on its first row alone. Odoo computes the tax from its own rate, included in
 * the price or not as the tax itself says.
 */
import type { Line } from '../../pricing/line.js';
import { text } from '../csv/csv.js';
import type { CodeBook } from './code-book.js';
import {
  amountCell,
  descriptionOf,
  positiveOnCreditNote,
  referenceOf,
  rowOf,
  sheet,
  type FinanceProfile,
} from './profile.js';

const COLUMNS = [
  'move_type',
  'name',
  'partner_id',
  'invoice_date',
  'invoice_date_due',
  'ref',
  'currency_id',
  'invoice_line_ids/name',
  'invoice_line_ids/account_id',
  'invoice_line_ids/quantity',
  'invoice_line_ids/price_unit',
  'invoice_line_ids/tax_ids',
] as const;

const MOVES = sheet('odoo', COLUMNS);

export const ODOO: FinanceProfile = {
  name: 'odoo',
  byteOrderMark: false,
  documentsMax: null,
  sheetOf: () => MOVES,
  rowsOf: (document, codes) => {
    const move = {
      move_type: document.type === 'credit_note' ? 'out_refund' : 'out_invoice',
      name: document.number,
      partner_id: text(codes.customer(document)),
      invoice_date: document.issueDate,
      invoice_date_due: document.dueDate,
      ref: referenceOf(document),
      currency_id: document.currency.code,
    };
    return document.lines.map((line, at) =>
      rowOf(COLUMNS, {
        ...(at === 0 ? move : {}),
        'invoice_line_ids/name': text(descriptionOf(document, line)),
        'invoice_line_ids/account_id': text(codes.account(line.plan)),
        'invoice_line_ids/quantity': '1',
        'invoice_line_ids/price_unit': amountCell(
          document,
          positiveOnCreditNote(document, line.amount),
        ),
        'invoice_line_ids/tax_ids': text(taxOf(line, codes)),
      }),
    );
  },
};

function taxOf({ taxIncluded, taxRate }: Line, codes: CodeBook): string {
  return taxIncluded ? codes.includedTaxCode(taxRate) : codes.taxCode(taxRate);
}
