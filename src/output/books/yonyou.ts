/**
 * Yonyou U8 (用友), vouchers: rows of twelve fields under a line that names the format. One side of each
 * row is zero. Amounts are in the currency of the books; a document in another one has its own amount
 * in the field of foreign currency, with the rate. Without a byte-order mark, which would hide the first line.
 */
import type { Document } from '../../documents/document.js';
import { decimalText } from '../../money/rational.js';
import { text, type Cell } from '../csv/csv.js';
import type { CodeBook } from './code-book.js';
import { amountCell, type FinanceProfile } from './profile.js';
import { voucherEntries, voucherNumber, voucherSummary, type VoucherEntry } from './voucher.js';

const VOUCHERS = { name: 'yonyou', head: [['填制凭证', 'V800']] };

export const YONYOU: FinanceProfile = {
  name: 'yonyou',
  byteOrderMark: false,
  documentsMax: null,
  sheetOf: () => VOUCHERS,
  rowsOf: (document, codes) =>
    voucherEntries(document, codes)
      .filter(({ booked }) => booked !== 0n)
      .map((entry) => fields(document, entry, codes)),
};

/** Date, word, number, attachments, summary, account, debit, credit, quantity, foreign amount, rate, maker. */
function fields(
  document: Document,
  { side, account, amount, booked }: VoucherEntry,
  codes: CodeBook,
): Cell[] {
  const { section, currency: books } = codes;
  const isForeign = document.currency.code !== books.code;
  const bookedText = decimalText(booked, books.fractionDigits);
  return [
    document.issueDate,
    text(section.voucher_word ?? '记'),
    voucherNumber(document),
    '0',
    text(voucherSummary(document)),
    text(account),
    side === 'debit' ? bookedText : '0',
    side === 'credit' ? bookedText : '0',
    null,
    isForeign ? amountCell(document, amount) : null,
    isForeign ? codes.exchangeRate(document).toDecimal() : null,
    text(section.prepared_by ?? null),
  ];
}
