/** The words of the PDF, in Chinese and in English. */
import { isOfPreview } from '../documents/document-number.js';
import type { Document, Language } from '../documents/document.js';
import type { Plan } from '../pricing/plans/registry.js';
import type { Bilingual } from './bilingual.js';

export const LABELS = {
  invoice: { zh: '服务费账单', en: 'Service invoice' },
  credit_note: { zh: '红字账单', en: 'Credit note' },
  preview: { zh: '预览 · 非账单', en: 'Preview · not a bill' },
  number: { zh: '账单编号', en: 'Number' },
  period: { zh: '账期', en: 'Period' },
  issueDate: { zh: '开具日期', en: 'Issued' },
  calculatedOn: { zh: '试算日期', en: 'Calculated on' },
  amountSoFar: { zh: '试算金额', en: 'Amount so far' },
  notToBePaid: { zh: '仅供核对，请勿据此付款', en: 'For checking only: do not pay it' },
  dueDate: { zh: '付款期限', en: 'Due' },
  billedTo: { zh: '付款方', en: 'Billed to' },
  creditedTo: { zh: '收件方', en: 'Credited to' },
  amountDue: { zh: '应付金额', en: 'Amount due' },
  amountCredited: { zh: '冲减金额', en: 'Amount credited' },
  nothingDue: { zh: '无需付款', en: 'Nothing to be paid' },
  taxId: { zh: '税号', en: 'Tax ID' },
  description: { zh: '项目', en: 'Description' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  amount: { zh: '金额', en: 'Amount' },
  net: { zh: '不含税金额', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  taxRate: { zh: '税率', en: 'tax' },
  taxIncluded: { zh: '以上价格含税', en: 'The prices above include tax' },
  total: { zh: '合计', en: 'Total' },
  inWords: { zh: '大写金额', en: '' },
  payTo: { zh: '收款账户', en: 'Pay to' },
  bank: { zh: '开户行', en: 'Bank' },
  account: { zh: '账号', en: 'Account' },
  reference: { zh: '付款附言', en: 'Reference' },
  contract: { zh: '合同', en: 'Contract' },
  asBilled: { zh: '原计费', en: 'As billed' },
  statement: { zh: '服务明细', en: 'Statement' },
  attendance: { zh: '出勤', en: 'Attendance' },
  consultations: { zh: '每日咨询量', en: 'Consultations per day' },
  custody: { zh: '托管日期', en: 'Custody days' },
  events: { zh: '活动日期', en: 'Event days' },
  surcharges: { zh: '加价时段', en: 'Times under surcharges' },
  indicators: { zh: '考核指标', en: 'Indicators' },
  indicator: { zh: '指标', en: 'Indicator' },
  weight: { zh: '权重', en: 'Weight' },
  value: { zh: '数值', en: 'Value' },
  bandFrom: { zh: '所在档', en: 'Band' },
  belowBands: { zh: '低于各档', en: 'below all' },
  points: { zh: '得分', en: 'Points' },
  score: { zh: '考核得分', en: 'Score' },
  sales: { zh: '提成依据', en: 'Sales basis' },
  attributed: { zh: '客服促成销售额', en: 'Attributed sales' },
  orders: { zh: '单', en: 'orders' },
  agents: { zh: '人', en: 'agents' },
  refunds: { zh: '退款', en: 'Refunds' },
  lateRefunds: { zh: '跨月退款', en: 'Late refunds' },
  netSales: { zh: '净销售额', en: 'Net sales' },
  days: { zh: '天', en: 'days' },
  shortDays: { zh: '不足整天', en: 'part days' },
  hours: { zh: '小时', en: 'h' },
  attachment: { zh: '账单明细', en: 'Lines of the document' },
} as const satisfies Record<string, Bilingual>;

/** What a document calls itself; a preview can never be taken for a bill. */
export function titleOf(document: Pick<Document, 'type' | 'number'>): Bilingual {
  const title = LABELS[document.type];
  if (!isOfPreview(document)) return title;
  return { zh: `${title.zh}（预览，非账单）`, en: `${title.en}: preview, not a bill` };
}

/** Sentences around a number or a date. */
export const SENTENCES = {
  payBy: (date: string): Bilingual => ({ zh: `请于 ${date} 前付清`, en: `Please pay by ${date}` }),
  cancels: (number: string): Bilingual => ({
    zh: `本单全额冲销 ${number}`,
    en: `Cancels ${number} in full`,
  }),
  replaces: (number: string): Bilingual => ({
    zh: `本单替代 ${number}`,
    en: `Replaces ${number}`,
  }),
  changed: (number: string): Bilingual => ({
    zh: `与 ${number} 的差异`,
    en: `What changed since ${number}`,
  }),
  balanceBefore: (date: string, amount: string): Bilingual => ({
    zh: `截至 ${date}，本单之前的应付余额为 ${amount}`,
    en: `Owed before this document, on ${date}: ${amount}`,
  }),
  credited: (amount: string): Bilingual => ({
    zh: `本单无需付款，${amount} 已冲减贵方应付款。`,
    en: `Nothing is to be paid: ${amount} is credited to you.`,
  }),
} as const;

export const PLAN_LABELS: Readonly<Record<Plan, Bilingual>> = {
  fixed_salary: { zh: '固定月薪', en: 'Fixed salary' },
  base_commission: { zh: '底薪加提成', en: 'Base and commission' },
  consultation_ladder: { zh: '按咨询量阶梯', en: 'Consultation ladder' },
  event_hosting: { zh: '活动托管', en: 'Event hosting' },
  temporary_custody: { zh: '临时托管', en: 'Temporary custody' },
  hourly: { zh: '按小时计费', en: 'Hourly' },
  per_consultation: { zh: '按人次计费', en: 'Per consultation' },
};

/** What a plan charges for, in plain words. */
export const PLAN_WORDS: Readonly<Record<Plan, Bilingual>> = {
  fixed_salary: {
    zh: '每位客服按月计费，按出勤天数折算',
    en: 'A monthly price per agent, by days worked',
  },
  base_commission: {
    zh: '每位客服按月计底薪，另按促成的净销售额提成',
    en: 'A monthly base per agent, and a share of the net sales they led to',
  },
  consultation_ladder: {
    zh: '按咨询量所在档位计费',
    en: 'A price by the number of consultations',
  },
  event_hosting: {
    zh: '大促活动期间按人天计费',
    en: 'A price per agent and day of an event',
  },
  temporary_custody: {
    zh: '临时托管，按客服每人每天计费',
    en: 'A price per agent and day of stand-in service',
  },
  hourly: {
    zh: '按客服实际出勤小时计费',
    en: 'A price per worked hour',
  },
  per_consultation: {
    zh: '按咨询人次计费，可含月费套餐',
    en: 'A price per consultation, perhaps with a monthly fee that includes some',
  },
};

export const UNIT_LABELS: Readonly<Record<string, Bilingual>> = {
  month: { zh: '月', en: 'months' },
  score: { zh: '分差', en: 'score' },
  cap: { zh: '项', en: 'item' },
  day: { zh: '天', en: 'days' },
  agent_day: { zh: '人天', en: 'agent-days' },
  consultation: { zh: '人次', en: 'consultations' },
  hour: { zh: '小时', en: 'hours' },
  item: { zh: '项', en: 'item' },
  maximum: { zh: '项', en: 'item' },
  minimum: { zh: '项', en: 'item' },
  adjustment: { zh: '项', en: 'item' },
};

/** English words that a count stands before, and what they are for one. */
const FOR_ONE: Readonly<Record<string, string>> = {
  months: 'month',
  hours: 'hour',
  days: 'day',
  'agent-days': 'agent-day',
  consultations: 'consultation',
  agents: 'agent',
  orders: 'order',
};

/** What is counted, as it is said behind a count: (`1`, days) → day; (`−1`, days) → day. */
export function counted(count: string, words: Bilingual): Bilingual {
  const one = FOR_ONE[words.en];
  return one !== undefined && /^[-−]?1$/.test(count) ? { zh: words.zh, en: one } : words;
}

/** A text in the language of a document; both where it is bilingual. */
export function inLanguage({ zh, en }: Bilingual, language: Language): string {
  if (language === 'zh-en') return zh === en || en === '' ? zh : `${zh} ${en}`;
  return language === 'zh' ? zh : en;
}
