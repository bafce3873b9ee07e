/**
 * Kingdee KIS (金蝶), vouchers. Amounts are in the currency that the row names, at its rate; a file
 * holds one currency. With a byte-order mark, since people open it in a spreadsheet and save it as one.
 */
import type { Document } from '../../documents/document.js';
import { text, type Cell } from '../csv/csv.js';
import type { CodeBook } from './code-book.js';
import { amountCell, rowOf, sheet, type FinanceProfile } from './profile.js';
import {
  currencySuffix,
  voucherEntries,
  voucherNumber,
  voucherSummary,
  type VoucherEntry,
} from './voucher.js';

const COLUMNS = [
  '日期',
  '凭证字',
  '凭证号',
  '附单据数',
  '摘要',
  '科目代码',
  '科目名称',
  '借方金额',
  '贷方金额',
  '币别',
  '汇率',
  '数量',
  '单价',
  '制单人',
  '审核人',
  '过账人',
] as const;

export const KINGDEE: FinanceProfile = {
  name: 'kingdee',
  byteOrderMark: true,
  documentsMax: null,
  sheetOf: (document, codes) => sheet(`kingdee${currencySuffix(document, codes)}`, COLUMNS),
  rowsOf: (document, codes) =>
    voucherEntries(document, codes).map((entry) => entryRow(document, entry, codes)),
};

function entryRow(document: Document, entry: VoucherEntry, codes: CodeBook): Cell[] {
  const { section } = codes;
  const { code } = document.currency;
  const amount = amountCell(document, entry.amount);
  return rowOf(COLUMNS, {
    日期: document.issueDate,
    凭证字: text(section.voucher_word ?? '记'),
    凭证号: voucherNumber(document),
    附单据数: '1',
    摘要: text(voucherSummary(document)),
    科目代码: text(entry.account),
    科目名称: text(section.account_names?.[entry.account] ?? null),
    借方金额: entry.side === 'debit' ? amount : null,
    贷方金额: entry.side === 'credit' ? amount : null,
    币别: text(section.currency_codes?.[code] ?? code),
    汇率: codes.exchangeRate(document).toDecimal(),
    制单人: text(section.prepared_by ?? null),
  });
}
