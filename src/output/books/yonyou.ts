/**
 * Yonyou U8 (用友), vouchers: rows of 48 fields under a line that names the format, in a text file. One side
 * of each row is zero. Amounts are in the currency of the books; a document in another one has its own
 * amount in the field of foreign currency, with the rate. An account with 客户往来 names its customer in
 * field 18. Without a byte-order mark, which would hide the first line.
 *
 * Numbers of vouchers are below 32768: a file has that many at most, and they begin anew behind the last.
 */
import type { Document } from '../../documents/document.js';
import { decimalText } from '../../money/rational.js';
import { text, type Cell } from '../csv/csv.js';
import type { DocumentCodes } from './document-codes.js';
import { amountCell, type Sheet, type TableProfile } from './profile.js';
import {
  VOUCHERS_MAX,
  voucherEntries,
  voucherNumber,
  voucherSummary,
  type VoucherEntry,
} from './voucher.js';

const VOUCHERS: Sheet = { name: 'yonyou', ending: 'txt', head: [['填制凭证', 'V800']] };

const FIELDS = 48;
/** Counted from 1. */
const CUSTOMER_FIELD = 18;
/** What every program that writes this file has in the fields that it does not use: a zero in these, counted from 1. */
const ZERO_FIELDS: ReadonlySet<number> = new Set([28, 30, 39, 40, 41, 42, 43, 45, 46, 47, 48]);

export const YONYOU: TableProfile = {
  kind: 'table',
  documentsMax: VOUCHERS_MAX,
  sheetOf: () => VOUCHERS,
  rowsOf: (document, codes) =>
    voucherEntries(document, codes)
      .filter(({ booked }) => booked !== 0n)
      .map((entry) => fields(document, entry, codes)),
};

function fields(document: Document, entry: VoucherEntry, codes: DocumentCodes): Cell[] {
  const named = namedFields(document, entry, codes);
  return Array.from({ length: FIELDS }, (_, at) => {
    const field = at + 1;
    if (field === CUSTOMER_FIELD) return text(entry.customer);
    return named[at] ?? (ZERO_FIELDS.has(field) ? '0' : null);
  });
}

/** Date, word, number, attachments, summary, account, debit, credit, quantity, foreign amount, rate, maker. */
function namedFields(
  document: Document,
  { side, account, amount, booked }: VoucherEntry,
  codes: DocumentCodes,
): Cell[] {
  const books = codes.currency();
  const isForeign = document.currency.code !== books.code;
  const bookedText = decimalText(booked, books.fractionDigits);
  return [
    document.issueDate,
    text(codes.section.voucher_word ?? '记'),
    voucherNumber(document),
    '0',
    text(voucherSummary(document)),
    text(account),
    side === 'debit' ? bookedText : '0',
    side === 'credit' ? bookedText : '0',
    '0',
    isForeign ? amountCell(document, amount) : '0',
    isForeign ? codes.exchangeRate().toDecimal() : '0',
    text(codes.section.prepared_by ?? null),
  ];
}
