/**
 * 数电票: the workbook that the tax bureau's portal imports for batch issuing (蓝字发票开具 → 批量开具), version
 * V260401. A row per document and tax rate: what a document takes off (discounts, caps, adjustments) is
 * folded in. Plans with other tax codes or names have rows of their own. A template that is given is filled
 * by its headers; without one, the columns that are known stand in their places.
 *
 * What the portal does not issue from this sheet is listed in `fapiao-apart.xlsx`, with the reason: credit
 * notes go through a 红字信息确认单, and other currencies, zero and negative amounts are for people.
 */
import type { Document } from '../../documents/document.js';
import { formatAmount } from '../../money/amount.js';
import { numberCell, textCell, type CellValue } from '../workbooks/cell-value.js';
import { Template } from '../workbooks/template.js';
import { workbookBytes } from '../workbooks/write-workbook.js';
import type { NewSheet, SheetColumn } from '../workbooks/worksheet-xml.js';
import { ownValue } from '../../own-value.js';
import { assert, asWarning, problem } from '../../problem.js';
import type { FapiaoType } from '../../reference/finance-settings.js';
import type { DocumentCodes } from './document-codes.js';
import { fapiaoRows, portalTax, type FapiaoRow } from './fapiao-rows.js';
import { BASIC, DETAIL, HEADER_ROW, VERSION, type FapiaoSheet } from './fapiao-template.js';
import { checkNumberLength } from './number-length.js';
import { referenceOf, type WorkbookProfile, type WorkbookRows } from './profile.js';

const ISSUED = 'fapiao';
const APART = 'fapiao-apart';
const APART_COLUMNS = [
  '原因',
  '单据号',
  '对应单据号',
  '发票类型',
  '购买方名称',
  '购买方纳税人识别号',
  '项目名称',
  '商品和服务税收编码',
  '币种',
  '税率',
  '金额',
  '税额',
  '价税合计',
] as const;
const COLUMN_CHARACTERS = 18;
/** Of 发票流水号. */
const NUMBER_CHARACTERS_MAX = 20;
const ORDINARY: FapiaoType = '普通发票';
const SPECIAL: FapiaoType = '增值税专用发票';
/** 数电票 are in yuan. */
const CURRENCY = 'CNY';

type Cells = Readonly<Record<string, CellValue>>;

export const FAPIAO: WorkbookProfile = {
  kind: 'workbook',
  documentsMax: 1_000,
  rowsOf: (document, codes) => {
    const rows = fapiaoRows(document, codes);
    const reason = reasonApart(document, rows);
    return reason === null
      ? issuedRows(document, rows, codes)
      : apartRows(document, rows, codes, reason);
  },
  bytesOf: (workbook, rows, template) => {
    if (workbook === APART) return apartBytes(rows.get(APART) ?? []);
    return template === null ? plainBytes(rows) : filledBytes(template, rows);
  },
};

/** Why the portal does not issue a document from this sheet; null where it does. */
function reasonApart({ type, currency }: Document, rows: readonly FapiaoRow[]): string | null {
  if (type === 'credit_note') return '红字：通过红字信息确认单开具';
  if (currency.code !== CURRENCY) return `币种为 ${currency.code}：发票以人民币开具`;
  if (rows.some(({ amount }) => amount <= 0n)) return '某一税率或税收编码的金额不大于零';
  return null;
}

function issuedRows(
  document: Document,
  rows: readonly FapiaoRow[],
  codes: DocumentCodes,
): WorkbookRows {
  const basic = basicCells(document, codes);
  const details = rows.map((row) => detailCells(document, row));
  for (const row of rows) checkTax(document, row, codes);
  return {
    workbook: ISSUED,
    rows: new Map([
      [BASIC.name, [cellsOf(BASIC, basic)]],
      [DETAIL.name, details.map((cells) => cellsOf(DETAIL, cells))],
    ]),
  };
}

function basicCells(document: Document, codes: DocumentCodes): Cells {
  const { number, merchant, lines, period } = document;
  const type = typeOf(document, codes);
  const name = merchant.legalName || merchant.name;
  const cells = {
    发票类型: type,
    是否含税: lines[0]?.taxIncluded === true ? '是' : '否',
    购买方名称: name,
    购买方纳税人识别号: merchant.taxId,
    备注: `${number} ${period}`,
    购买方邮箱: merchant.email,
  };
  if (type === SPECIAL && merchant.taxId === '')
    codes.sources.problems.unsupported(
      { file: 'merchants.csv', column: 'tax_id' },
      { case: 'buyer-tax-id', fapiaoType: type, merchantId: merchant.merchantId },
    );
  for (const [header, text] of Object.entries(cells)) checkLength(header, text, document, codes);
  checkNumberLength(document, codes, NUMBER_CHARACTERS_MAX);
  return textCells({ 发票流水号: number, ...cells });
}

/** By merchant; of a reversal that of what it reverses. */
function typeOf({ merchant: { merchantId } }: Document, codes: DocumentCodes): string {
  const today = ownValue(codes.section.types, merchantId) ?? ORDINARY;
  return codes.code(['types', merchantId], today, { missing: 'fapiao-type', of: merchantId });
}

function checkLength(
  field: string,
  text: string,
  { merchant: { merchantId } }: Document,
  { sources }: DocumentCodes,
): void {
  const charactersMax = BASIC.columns.find(({ header }) => header === field)?.charactersMax;
  const characters = Array.from(text).length;
  if (charactersMax === undefined || characters <= charactersMax) return;
  sources.problems.unsupported(
    { file: 'merchants.csv' },
    { case: 'text-length', field, merchantId, characters, charactersMax },
  );
}

function detailCells({ number, currency }: Document, row: FapiaoRow): Cells {
  return {
    ...textCells({ 发票流水号: number, 项目名称: row.item, 商品和服务税收编码: row.serviceCode }),
    金额: numberCell(formatAmount(row.amount, currency)),
    税率: numberCell(row.rate.toDecimal()),
  };
}

/** The portal computes the tax of each row anew. */
function checkTax({ number, currency }: Document, row: FapiaoRow, codes: DocumentCodes): void {
  const portal = portalTax(row);
  if (portal === row.tax) return;
  const values = {
    number,
    item: row.item,
    portalTax: formatAmount(portal, currency),
    tax: formatAmount(row.tax, currency),
  };
  const found = problem(
    'finance-unsupported',
    { file: 'fapiao.xlsx' },
    { case: 'portal-tax', ...values },
  );
  codes.sources.problems.report(asWarning(found));
}

function apartRows(
  document: Document,
  rows: readonly FapiaoRow[],
  codes: DocumentCodes,
  reason: string,
): WorkbookRows {
  const { currency, merchant } = document;
  const cells = rows.map((row): Cells => {
    const [net, tax] = [row.net, row.tax];
    return {
      ...textCells({
        原因: reason,
        单据号: document.number,
        对应单据号: referenceOf(document),
        发票类型: typeOf(document, codes),
        购买方名称: merchant.legalName || merchant.name,
        购买方纳税人识别号: merchant.taxId,
        项目名称: row.item,
        商品和服务税收编码: row.serviceCode,
        币种: currency.code,
      }),
      税率: numberCell(row.rate.toDecimal()),
      金额: numberCell(formatAmount(net, currency)),
      税额: numberCell(formatAmount(tax, currency)),
      价税合计: numberCell(formatAmount(net + tax, currency)),
    };
  });
  const listed = cells.map((row) => APART_COLUMNS.map((column) => row[column]));
  return { workbook: APART, rows: new Map([[APART, listed]]) };
}

function textCells(texts: Readonly<Record<string, string>>): Cells {
  return Object.fromEntries(
    Object.entries(texts).map(([header, text]) => [header, textCell(text)]),
  );
}

/** In the places that the sheet gives to its headers. */
function cellsOf({ columns }: FapiaoSheet, cells: Cells): CellValue[] {
  return columns.map(({ header }) => cells[header]);
}

function plainBytes(rows: ReadonlyMap<string, readonly (readonly CellValue[])[]>): Uint8Array {
  const sheets = [BASIC, DETAIL].map((of): NewSheet => {
    const limits = of.columns.map(({ charactersMax }) =>
      textCell(charactersMax === undefined ? '' : `限${charactersMax}字符`),
    );
    const columns = of.columns.map(({ header }): SheetColumn => {
      return { header, width: COLUMN_CHARACTERS };
    });
    return { name: of.name, above: [[], limits], columns, rows: rows.get(of.name) ?? [] };
  });
  return workbookBytes([...sheets, VERSION]);
}

/** The template was looked at before: it has both sheets, and every header that is filled. */
function filledBytes(
  bytes: Uint8Array,
  rows: ReadonlyMap<string, readonly (readonly CellValue[])[]>,
): Uint8Array {
  const template = Template.open(bytes);
  assert(template !== null, 'the template is a workbook');
  for (const { name, columns } of [BASIC, DETAIL]) {
    const places = new Map(
      [...(template.row(name, HEADER_ROW) ?? [])].map(([column, header]) => [header, column]),
    );
    const placed = (rows.get(name) ?? []).map(
      (cells) =>
        new Map(
          cells.flatMap((cell, at) => {
            const place = places.get(columns[at]?.header ?? '');
            return cell === undefined || place === undefined ? [] : [[place, cell] as const];
          }),
        ),
    );
    template.fill(name, HEADER_ROW, placed);
  }
  return template.bytes();
}

function apartBytes(rows: readonly (readonly CellValue[])[]): Uint8Array {
  const columns = APART_COLUMNS.map((header) => ({ header, width: COLUMN_CHARACTERS }));
  return workbookBytes([{ name: '另行处理', columns, rows }]);
}
