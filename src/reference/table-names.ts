/** What people call the reference tables: the names of the sheets of one workbook. */

/** `contracts`, whose file is `contracts.csv`. */
export function tableOf(file: string): string {
  return file.replace(/\.csv$/, '');
}

const CHINESE: Readonly<Record<string, readonly string[]>> = {
  merchants: ['商家', '商户', '客户'],
  contracts: ['合同'],
  'contract-tiers': ['合同阶梯', '阶梯', '阶梯价'],
  'contract-surcharges': ['合同加价', '加价', '加班加价'],
  charges: ['收费项目', '其他收费'],
  calendar: ['日历'],
  'event-days': ['活动日', '活动'],
  'kpi-scores': ['考核得分', '绩效得分'],
  'kpi-indicators': ['考核指标'],
  'kpi-bands': ['考核分档'],
  'kpi-values': ['考核数值', '指标数值'],
  adjustments: ['调整', '调账'],
  'exchange-rates': ['汇率'],
  receipts: ['收款'],
  offers: ['报价方案', '方案'],
};

/** The names that a sheet of a table may have, the best first. */
export function sheetNames(table: string): readonly string[] {
  return [table, ...(CHINESE[table] ?? [])];
}

/** Whether a sheet is named after a table: letters of either case, `_` and blanks as `-`. */
export function isNamedAfter(sheet: string, table: string): boolean {
  const plain = sheet
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return sheetNames(table).includes(plain);
}
