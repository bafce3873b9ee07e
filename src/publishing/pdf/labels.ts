/** The words of the PDF, in Chinese and in English. */
import type { Language } from '../../documents/document.js';
import type { Plan } from '../../pricing/contract.js';
import type { Bilingual, FigureName } from '../../pricing/line.js';

export const LABELS = {
  invoice: { zh: '服务费账单', en: 'Service invoice' },
  credit_note: { zh: '红字账单', en: 'Credit note' },
  number: { zh: '账单编号', en: 'Number' },
  period: { zh: '账期', en: 'Period' },
  issueDate: { zh: '开具日期', en: 'Issued' },
  dueDate: { zh: '付款期限', en: 'Due' },
  billedTo: { zh: '付款方', en: 'Billed to' },
  taxId: { zh: '税号', en: 'Tax ID' },
  description: { zh: '项目', en: 'Description' },
  quantity: { zh: '数量', en: 'Quantity' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  amount: { zh: '金额', en: 'Amount' },
  net: { zh: '不含税金额', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  total: { zh: '合计', en: 'Total' },
  inWords: { zh: '大写金额', en: 'In words' },
  cancels: { zh: '冲销账单', en: 'Cancels' },
  replaces: { zh: '替代账单', en: 'Replaces' },
  bank: { zh: '收款账户', en: 'Pay to' },
  contract: { zh: '合同', en: 'Contract' },
  statement: { zh: '服务明细', en: 'Statement' },
  attendance: { zh: '出勤', en: 'Attendance' },
  consultations: { zh: '每日咨询量', en: 'Consultations per day' },
  sales: { zh: '提成依据', en: 'Sales basis' },
  attributed: { zh: '客服促成销售额', en: 'Attributed sales' },
  refunds: { zh: '退款', en: 'Refunds' },
  lateRefunds: { zh: '逾期退款', en: 'Late refunds' },
  netSales: { zh: '净销售额', en: 'Net sales' },
  days: { zh: '天', en: 'days' },
  hours: { zh: '小时', en: 'hours' },
} as const satisfies Record<string, Bilingual>;

export const PLAN_LABELS: Readonly<Record<Plan, Bilingual>> = {
  fixed_salary: { zh: '固定月薪', en: 'Fixed salary' },
  base_commission: { zh: '底薪加提成', en: 'Base and commission' },
  consultation_ladder: { zh: '按咨询量阶梯', en: 'Consultation ladder' },
  event_hosting: { zh: '活动托管', en: 'Event hosting' },
  temporary_custody: { zh: '临时托管', en: 'Temporary custody' },
};

export const UNIT_LABELS: Readonly<Record<string, Bilingual>> = {
  month: { zh: '月', en: 'months' },
  score: { zh: '分差', en: 'score' },
  cap: { zh: '项', en: 'item' },
  day: { zh: '天', en: 'days' },
  agent_day: { zh: '人天', en: 'agent-days' },
  consultation: { zh: '人次', en: 'consultations' },
  minimum: { zh: '项', en: 'item' },
  adjustment: { zh: '项', en: 'item' },
};

export const FIGURE_LABELS: Readonly<Record<FigureName, Bilingual>> = {
  agent_days: { zh: '出勤人天', en: 'agent-days' },
  standard_days: { zh: '标准天数', en: 'standard days' },
  consultations: { zh: '咨询量', en: 'consultations' },
  consultations_per_agent_day: { zh: '人均日咨询量', en: 'consultations per agent-day' },
  salary: { zh: '月薪', en: 'salary' },
  appraisal_share: { zh: '考核比例', en: 'appraisal share' },
  score: { zh: '考核得分', en: 'score' },
  agents_months: { zh: '人月合计', en: "agents' months" },
  seats: { zh: '席位', en: 'seats' },
  rate: { zh: '费率', en: 'rate' },
  lines_sum: { zh: '以上合计', en: 'sum of lines' },
  attributed_orders: { zh: '促成订单数', en: 'attributed orders' },
  attributed_sales: { zh: '促成销售额', en: 'attributed sales' },
  refunds: { zh: '退款', en: 'refunds' },
  late_refunds: { zh: '逾期退款', en: 'late refunds' },
  exchange_rate: { zh: '汇率', en: 'exchange rate' },
  net_sales: { zh: '净销售额', en: 'net sales' },
  average_order_value: { zh: '客单价', en: 'average order value' },
  tier_above: { zh: '档位下限', en: 'above' },
  tier_up_to: { zh: '档位上限', en: 'up to' },
  days: { zh: '天数', en: 'days' },
  dates: { zh: '日期', en: 'dates' },
  average_daily_consultations: { zh: '日均咨询量', en: 'daily average' },
  active_days: { zh: '合同有效天数', en: 'active days' },
  period_days: { zh: '当月天数', en: 'days of the month' },
  agents: { zh: '客服人数', en: 'agents' },
  discount_rate: { zh: '折扣率', en: 'discount rate' },
  minimum_fee: { zh: '最低服务费', en: 'minimum fee' },
  reason: { zh: '原因', en: 'reason' },
  approved_by: { zh: '批准人', en: 'approved by' },
};

/** A text in the language of a document; both where it is bilingual. */
export function inLanguage({ zh, en }: Bilingual, language: Language): string {
  if (language === 'zh-en') return zh === en ? zh : `${zh} ${en}`;
  return language === 'zh' ? zh : en;
}
