/**
 * Kingdee (金蝶) K/3 and KIS, vouchers: the 37 columns that its own export has, as a workbook, since every
 * code must be a text cell: `1122.0010` is no `1122.001`. 原币金额 is in the currency of the row, 借方 and 贷方
 * in that of the books. An account with 核算项目 names its customer as 客户---code---name.
 */
import type { Document } from '../../documents/document.js';
import { decimalText } from '../../money/rational.js';
import { numberCell, textCell, type CellValue } from '../workbooks/cell-value.js';
import { workbookBytes } from '../workbooks/write-workbook.js';
import type { DocumentCodes } from './document-codes.js';
import { amountCell, type WorkbookProfile } from './profile.js';
import { voucherEntries, voucherNumber, voucherSummary, type VoucherEntry } from './voucher.js';

const COLUMNS = [
  '凭证日期',
  '会计年度',
  '会计期间',
  '凭证字',
  '凭证号',
  '科目代码',
  '科目名称',
  '币别代码',
  '币别名称',
  '原币金额',
  '借方',
  '贷方',
  '制单',
  '审核',
  '核准',
  '出纳',
  '经办',
  '结算方式',
  '结算号',
  '凭证摘要',
  '数量',
  '数量单位',
  '单价',
  '参考信息',
  '业务日期',
  '往来业务编号',
  '附件数',
  '序号',
  '系统模块',
  '业务描述',
  '汇率类型',
  '汇率',
  '分录序号',
  '核算项目',
  '过账',
  '机制凭证',
  '现金流量',
] as const;

/** The sheet's name in Kingdee's own export. */
const SHEET = 'Page1';
/** Nobody, where the export names who checked, approved and paid. */
const NOBODY = 'NONE';
const NO_CODE = '*';
const COMPANY_RATE = '公司汇率';
const COLUMN_CHARACTERS = 14;

export const KINGDEE: WorkbookProfile = {
  kind: 'workbook',
  documentsMax: 5_000,
  rowsOf: (document, codes) => {
    const entries = voucherEntries(document, codes);
    const rows = entries.map((entry, at) => entryRow(document, entry, at, codes));
    return { workbook: 'kingdee', rows: new Map([[SHEET, rows]]) };
  },
  bytesOf: (_, rows) =>
    workbookBytes([
      {
        name: SHEET,
        columns: COLUMNS.map((header) => ({ header, width: COLUMN_CHARACTERS })),
        rows: rows.get(SHEET) ?? [],
      },
    ]),
};

type Cells = Partial<Record<(typeof COLUMNS)[number], CellValue>>;

function entryRow(
  document: Document,
  entry: VoucherEntry,
  at: number,
  codes: DocumentCodes,
): CellValue[] {
  const cells: Cells = {
    ...voucherCells(document, codes),
    ...amountCells(document, entry, codes),
    科目代码: textCell(entry.account),
    科目名称: textCell(codes.name('account_names', entry.account) ?? ''),
    分录序号: textCell(String(at)),
    核算项目:
      entry.customer === null
        ? undefined
        : textCell(`客户---${entry.customer}---${document.merchant.name}`),
  };
  return COLUMNS.map((column) => cells[column]);
}

/** What all entries of a voucher share. */
function voucherCells(document: Document, codes: DocumentCodes): Cells {
  const { issueDate, currency } = document;
  const number = voucherNumber(document);
  const [year = '', month = ''] = issueDate.split('-');
  return {
    凭证日期: textCell(issueDate),
    会计年度: textCell(year),
    会计期间: textCell(String(Number(month))),
    凭证字: textCell(codes.section.voucher_word ?? '记'),
    凭证号: textCell(number),
    币别代码: textCell(codes.name('currency_codes', currency.code) ?? currency.code),
    币别名称: textCell(codes.name('currency_names', currency.code) ?? ''),
    制单: textCell(codes.section.prepared_by ?? NOBODY),
    审核: textCell(NOBODY),
    核准: textCell(NOBODY),
    出纳: textCell(NOBODY),
    结算方式: textCell(NO_CODE),
    凭证摘要: textCell(voucherSummary(document)),
    数量: numberCell('0'),
    数量单位: textCell(NO_CODE),
    单价: numberCell('0'),
    参考信息: textCell(document.number),
    业务日期: textCell(issueDate),
    附件数: numberCell('1'),
    序号: textCell(number),
    汇率类型: textCell(COMPANY_RATE),
    汇率: numberCell(codes.exchangeRate().toDecimal()),
    过账: numberCell('0'),
  };
}

function amountCells(
  document: Document,
  { side, amount, booked }: VoucherEntry,
  codes: DocumentCodes,
): Cells {
  const { fractionDigits } = codes.currency();
  const zero = numberCell(decimalText(0n, fractionDigits));
  const inBooks = numberCell(decimalText(booked, fractionDigits));
  return {
    原币金额: numberCell(amountCell(document, amount)),
    借方: side === 'debit' ? inBooks : zero,
    贷方: side === 'credit' ? inBooks : zero,
  };
}
