/**
 * Odoo, journal entries of the kinds `out_invoice` and `out_refund`, which states what is credited. The
 * cells of the move stand on its first row alone. Odoo computes the tax from its own rate, included in
 * the price or not as the tax itself says. By its own code:
 *
 * - `sequence_mixin` reads `INV-202610-000001` as a monthly sequence, and refuses it in the November in which
 *   it is issued. `name` stays blank, for Odoo to number; ours is the reference and the payment reference.
 * - The partner's payment terms would overwrite the due date. A blank cell of a column is written as
 *   none, and so a blank `invoice_payment_term_id` keeps the document's own due date.
 * - A cell of `tax_ids` is split at its commas: `finance.json` takes no name with one.
 */
import type { Line } from '../../pricing/line.js';
import { text } from '../csv/csv.js';
import type { DocumentCodes } from './document-codes.js';
import {
  amountCell,
  descriptionOf,
  positiveOnCreditNote,
  referenceOf,
  rowOf,
  sheet,
  type TableProfile,
} from './profile.js';

const COLUMNS = [
  'move_type',
  'name',
  'partner_id',
  'invoice_date',
  'invoice_payment_term_id',
  'invoice_date_due',
  'ref',
  'payment_reference',
  'invoice_origin',
  'currency_id',
  'invoice_line_ids/name',
  'invoice_line_ids/account_id',
  'invoice_line_ids/quantity',
  'invoice_line_ids/price_unit',
  'invoice_line_ids/tax_ids',
] as const;

const MOVES = sheet('odoo', COLUMNS);

export const ODOO: TableProfile = {
  kind: 'table',
  documentsMax: null,
  sheetOf: () => MOVES,
  rowsOf: (document, codes) => {
    const move = {
      move_type: document.type === 'credit_note' ? 'out_refund' : 'out_invoice',
      partner_id: text(codes.customer()),
      invoice_date: document.issueDate,
      invoice_date_due: document.dueDate,
      ref: document.number,
      payment_reference: document.number,
      invoice_origin: referenceOf(document),
      currency_id: document.currency.code,
    };
    return document.lines.map((line, at) =>
      rowOf(COLUMNS, {
        ...(at === 0 ? move : {}),
        'invoice_line_ids/name': text(descriptionOf(document, line)),
        'invoice_line_ids/account_id': text(codes.account(line)),
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

function taxOf({ taxIncluded, taxRate }: Line, codes: DocumentCodes): string {
  return taxIncluded ? codes.includedTaxCode(taxRate) : codes.taxCode(taxRate);
}
