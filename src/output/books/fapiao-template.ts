/**
 * The sheets of the portal's workbook, version V260401: limits in row 2, headers in row 3, data from row 4.
 * Of the 39 columns of the first sheet, those that are filled are named; the others stay blank.
 */
import type { ProblemValues } from '../../problem-values.js';
import { Template } from '../workbooks/template.js';
import type { NewSheet } from '../workbooks/worksheet-xml.js';

interface FapiaoColumn {
  /** Blank where the column is not filled. */
  readonly header: string;
  readonly charactersMax?: number;
}

export interface FapiaoSheet {
  readonly name: string;
  readonly columns: readonly FapiaoColumn[];
}

/** Counted from 1, as the spreadsheet does. */
export const HEADER_ROW = 3;
const BASIC_COLUMNS = 39;

/** By place, counted from 1. */
const KNOWN: Readonly<Record<number, FapiaoColumn>> = {
  1: { header: '发票流水号', charactersMax: 20 },
  2: { header: '发票类型' },
  4: { header: '是否含税' },
  6: { header: '购买方名称', charactersMax: 100 },
  7: { header: '购买方纳税人识别号', charactersMax: 20 },
  23: { header: '备注', charactersMax: 230 },
  31: { header: '购买方邮箱', charactersMax: 72 },
};

export const BASIC: FapiaoSheet = {
  name: '1-发票基本信息',
  columns: Array.from({ length: BASIC_COLUMNS }, (_, at) => KNOWN[at + 1] ?? { header: '' }),
};

export const DETAIL: FapiaoSheet = {
  name: '2-发票明细信息',
  columns: [
    { header: '发票流水号', charactersMax: 20 },
    { header: '项目名称', charactersMax: 100 },
    { header: '商品和服务税收编码', charactersMax: 19 },
    { header: '规格型号' },
    { header: '单位' },
    { header: '数量' },
    { header: '单价' },
    { header: '金额' },
    { header: '税率' },
    { header: '折扣金额' },
    { header: '是否使用优惠政策' },
    { header: '优惠政策类型' },
    { header: '即征即退类型' },
    { header: '煤炭种类' },
  ],
};

/** Says which version of the template this is: in cell A4, under the sheet's three first rows. */
export const VERSION: NewSheet = {
  name: 'excelVersion',
  above: [[], [], []],
  columns: [{ header: 'pt:20260401', width: 14 }],
  rows: [],
};

const FILLED_DETAIL = ['发票流水号', '项目名称', '商品和服务税收编码', '金额', '税率'];

/** What a template lacks of what is filled; null where it can be filled. */
export function templateFault(bytes: Uint8Array): ProblemValues['finance-unsupported'] | null {
  const template = Template.open(bytes);
  if (template === null) return { case: 'template-no-workbook' };
  const filled: readonly (readonly [FapiaoSheet, readonly string[]])[] = [
    [BASIC, BASIC.columns.flatMap(({ header }) => (header === '' ? [] : header))],
    [DETAIL, FILLED_DETAIL],
  ];
  for (const [{ name: sheet }, headers] of filled) {
    const row = template.row(sheet, HEADER_ROW);
    if (row === null) return { case: 'template-no-sheet', sheet };
    const found = new Set(row.values());
    const columns = headers.filter((header) => !found.has(header));
    if (columns.length > 0) return { case: 'template-no-columns', sheet, row: HEADER_ROW, columns };
  }
  return null;
}
