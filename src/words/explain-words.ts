/** The words of an explanation on a terminal, in Chinese and in English. */
import type { Bilingual } from './bilingual.js';
import { chineseColumn } from './table-words.js';

/** What orders of a statement are to a commission. */
export const ORDER_KINDS = ['attributed', 'silent', 'refunded', 'late'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** What rows of the input are to a line. */
export type RowsOf =
  | 'shifts'
  | 'shifts_of_dates'
  | 'consultations'
  | 'attributed_orders'
  | 'silent_orders'
  | 'refunds'
  | 'late_refunds'
  | 'event_days'
  | 'scores'
  | 'indicator_values'
  | 'indicators'
  | 'bands'
  | 'surcharges'
  | 'calendar'
  | 'charges'
  | 'adjustments'
  | 'exchange_rates';

export const EXPLAIN_LABELS = {
  invoice: { en: 'invoice', zh: '账单' },
  creditNote: { en: 'credit note', zh: '红字账单' },
  unpublished: { en: 'not published', zh: '未开具' },
  totals: { en: 'Tax and total', zh: '税额与合计' },
  contract: { en: 'contract', zh: '合同' },
  rule: { en: 'rule', zh: '规则' },
  figures: { en: 'figures', zh: '数据' },
  tier: { en: 'tier', zh: '档位' },
  amount: { en: 'amount', zh: '金额' },
  reversed: { en: 'reversed', zh: '冲销' },
  total: { en: 'total', zh: '价税合计' },
  files: { en: 'from', zh: '来源' },
  allOrders: { en: 'all orders in', zh: '全部订单见' },
} as const satisfies Record<string, Bilingual>;

export const ORDER_LABELS: Readonly<Record<OrderKind, Bilingual>> = {
  attributed: { en: 'attributed', zh: '有归属订单' },
  silent: { en: 'silent, not counted', zh: '静默订单（不计）' },
  refunded: { en: 'refunded', zh: '退款' },
  late: { en: 'refunded late', zh: '跨月退款' },
};

/** What stands in a row beside the cells of its file. */
const BESIDE_CELLS: Readonly<Record<string, string>> = { order_amount: '订单金额' };

/** A cell of a row goes by its column. */
export function cellLabel(column: string): Bilingual {
  return { en: column, zh: BESIDE_CELLS[column] ?? chineseColumn(column) };
}

export const ROW_LABELS: Readonly<Record<RowsOf, Bilingual>> = {
  shifts: { en: 'shifts', zh: '班次' },
  shifts_of_dates: { en: 'shifts of these dates', zh: '上述日期的班次' },
  consultations: { en: 'consultations', zh: '咨询量' },
  attributed_orders: { en: 'attributed orders', zh: '有归属订单' },
  silent_orders: { en: 'silent orders', zh: '静默订单' },
  refunds: { en: 'refunds', zh: '退款' },
  late_refunds: { en: 'late refunds', zh: '跨月退款' },
  event_days: { en: 'event days', zh: '活动日' },
  scores: { en: 'scores', zh: '考核得分' },
  indicator_values: { en: 'values of indicators', zh: '指标数值' },
  indicators: { en: 'indicators', zh: '考核指标' },
  bands: { en: 'bands', zh: '指标档位' },
  surcharges: { en: 'surcharges', zh: '加价' },
  calendar: { en: 'calendar', zh: '日历' },
  charges: { en: 'charges', zh: '其他收费' },
  adjustments: { en: 'adjustments', zh: '调整' },
  exchange_rates: { en: 'exchange rates', zh: '汇率' },
};

export const SENTENCES = {
  published: (batch: string, date: string): Bilingual => ({
    en: `Published in ${batch}, issued on ${date}.`,
    zh: `发布于 ${batch}，开具日期 ${date}。`,
  }),
  cancels: (number: string): Bilingual => ({
    en: `Cancels ${number} in full: it has every line of it, negated. explain ${number} says how those came about.`,
    zh: `全额冲销 ${number}：各行均为其反数；各行由来见 explain ${number}。`,
  }),
  replaces: (number: string): Bilingual => ({
    en: `Stands in the place of ${number}.`,
    zh: `替代 ${number}。`,
  }),
  cancelledBy: (number: string): Bilingual => ({
    en: `Cancelled in full by ${number}.`,
    zh: `已被 ${number} 全额冲销。`,
  }),
  replacedBy: (number: string): Bilingual => ({
    en: `${number} stands in its place.`,
    zh: `已由 ${number} 替代。`,
  }),
  asLine: (position: number): Bilingual => ({
    en: `as that of line ${position}`,
    zh: `同第 ${position} 行`,
  }),
  lines: (first: number, last: number): Bilingual =>
    first === last
      ? { en: `line ${first}`, zh: `第 ${first} 行` }
      : { en: `lines ${first} to ${last}`, zh: `第 ${first} 至 ${last} 行` },
  taxAt: (rate: string): Bilingual => ({ en: `tax at ${rate}`, zh: `税额（${rate}）` }),
  orders: (count: number, sum: string): Bilingual => ({
    en: `${count} ${count === 1 ? 'order' : 'orders'}, ${sum}`,
    zh: `${count} 单，${sum}`,
  }),
  rows: (count: number): Bilingual => ({
    en: `${count} ${count === 1 ? 'row' : 'rows'}`,
    zh: `${count} 行`,
  }),
  record: (record: number): Bilingual => ({ en: `record ${record}`, zh: `第 ${record} 条` }),
  more: (count: number): Bilingual => ({ en: `and ${count} more`, zh: `另有 ${count} 条` }),
  amountDiffers: {
    en: 'the term does not come to the amount: an error of this program, please report it',
    zh: '按计算式得出的金额与本行不符：属程序错误，请反馈',
  },
  statementDiffers: {
    en: 'these orders do not come to the figures of the line: an error of this program, please report it',
    zh: '以上订单与本行数据不符：属程序错误，请反馈',
  },
  inputFiles: (manifest: string | null): Bilingual => ({
    en: manifest === null ? 'Input files' : `Input files, as ${manifest} records them`,
    zh: manifest === null ? '数据文件' : `数据文件（据 ${manifest}）`,
  }),
  input: (files: number, differing: readonly string[]): Bilingual =>
    differing.length === 0
      ? {
          en: `The ${files} input files have the SHA-256 of the manifest: the rows are those that were billed.`,
          zh: `${files} 个数据文件的 SHA-256 与发布时一致：以上即计费所用的行。`,
        }
      : {
          en: `The input is not what was billed, so the rows above may differ: ${differing.join(', ')}`,
          zh: `数据文件与发布时不一致，以上各行可能不同：${differing.join('、')}`,
        },
} as const;
