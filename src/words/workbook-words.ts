/** What workbooks for people call their sheets and columns. */
import type { Bilingual } from './bilingual.js';

export const WORKBOOK_SHEETS = {
  document: { zh: '账单', en: 'Document' },
  lines: { zh: '明细', en: 'Lines' },
  attendance: { zh: '出勤', en: 'Attendance' },
  orders: { zh: '订单', en: 'Orders' },
  invoices: { zh: '账单汇总', en: 'Invoices' },
} as const satisfies Record<string, Bilingual>;

export const WORKBOOK_COLUMNS = {
  what: { zh: '项目', en: 'What' },
  content: { zh: '内容', en: 'Content' },
  number: { zh: '账单编号', en: 'Number' },
  type: { zh: '类型', en: 'Type' },
  period: { zh: '账期', en: 'Period' },
  merchantId: { zh: '商家编号', en: 'Merchant' },
  merchant: { zh: '商家名称', en: 'Name' },
  currency: { zh: '币种', en: 'Currency' },
  issueDate: { zh: '开具日期', en: 'Issued' },
  dueDate: { zh: '付款期限', en: 'Due' },
  net: { zh: '不含税金额', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  total: { zh: '合计', en: 'Total' },
  cancels: { zh: '冲销', en: 'Cancels' },
  replaces: { zh: '替代', en: 'Replaces' },
  line: { zh: '行号', en: 'Line' },
  contractId: { zh: '合同编号', en: 'Contract' },
  plan: { zh: '计费方式', en: 'Plan' },
  description: { zh: '项目', en: 'Description' },
  from: { zh: '服务起', en: 'From' },
  to: { zh: '服务止', en: 'To' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  amount: { zh: '金额', en: 'Amount' },
  taxRate: { zh: '税率', en: 'Tax rate' },
  basis: { zh: '计算依据', en: 'How it came about' },
  agent: { zh: '客服', en: 'Agent' },
  shift: { zh: '班次', en: 'Shift' },
  date: { zh: '日期', en: 'Date' },
  hours: { zh: '出勤小时', en: 'Hours' },
} as const satisfies Record<string, Bilingual>;

/** The columns of a statement of orders. */
export const ORDER_COLUMNS: Readonly<Record<string, Bilingual>> = {
  order_id: { zh: '订单编号', en: 'Order' },
  store_id: { zh: '店铺编号', en: 'Store' },
  paid_at: { zh: '付款时间', en: 'Paid at' },
  agent_id: { zh: '客服', en: 'Agent' },
  contract_id: { zh: '合同编号', en: 'Contract' },
  outcome: { zh: '处理结果', en: 'Outcome' },
  currency: { zh: '币种', en: 'Currency' },
  amount: { zh: '订单金额', en: 'Amount' },
  attributed_sales: { zh: '客服促成销售额', en: 'Attributed sales' },
  refunds: { zh: '退款', en: 'Refunds' },
  late_refunds: { zh: '跨月退款', en: 'Late refunds' },
  net_sales: { zh: '净销售额', en: 'Net sales' },
  exchange_rate: { zh: '汇率', en: 'Exchange rate' },
};
