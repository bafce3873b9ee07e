/** The words of the report, in Chinese and in English. */
import type { Language } from '../documents/document.js';
import type { Bilingual } from './bilingual.js';
import { spokenOf, type Spoken } from './language.js';
import type { RowOutcome } from '../row-outcome.js';

export const WORDS = {
  report: { zh: '账单报告', en: 'Billing report' },
  preview: { zh: '预览', en: 'Preview' },
  notIssued: { zh: '试算，未开具任何账单', en: 'A trial: nothing is issued' },
  issueDate: { zh: '开具日期', en: 'Issued on' },
  calculatedOn: { zh: '试算日期', en: 'Calculated on' },
  standing: { zh: '本月合计', en: 'Total of the month' },
  net: { zh: '不含税金额', en: 'Net' },
  tax: { zh: '税额', en: 'Tax' },
  total: { zh: '合计', en: 'Total' },
  overview: { zh: '概览', en: 'Overview' },
  issued: { zh: '开具', en: 'Issued' },
  cancelled: { zh: '冲销', en: 'Cancelled' },
  left: { zh: '维持不变', en: 'Left as issued' },
  blocked: { zh: '暂缓出账的商家', en: 'Blocked merchants' },
  blockedShort: { zh: '暂缓出账', en: 'blocked' },
  errors: { zh: '错误', en: 'Errors' },
  warnings: { zh: '提醒', en: 'Warnings' },
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '提醒', en: 'Warning' },
  batchDocuments: { zh: '本批账单', en: 'This batch' },
  previewDocuments: { zh: '试算账单', en: 'This preview' },
  batchSum: { zh: '本批合计', en: 'Batch' },
  nowStanding: { zh: '现行有效', en: 'In force now' },
  documents: { zh: '账单', en: 'Documents' },
  documentCount: { zh: '份数', en: 'Count' },
  revenue: { zh: '各方案收入', en: 'Revenue by plan' },
  plan: { zh: '方案', en: 'Plan' },
  change: { zh: '增减', en: 'Change' },
  revisions: { zh: '更正', en: 'Revisions' },
  totalBefore: { zh: '原合计', en: 'Total before' },
  totalNow: { zh: '现合计', en: 'Total now' },
  changes: { zh: '变化最大的商家', en: 'Largest changes by merchant' },
  merchant: { zh: '商家', en: 'Merchant' },
  number: { zh: '编号', en: 'Number' },
  type: { zh: '类型', en: 'Type' },
  invoice: { zh: '账单', en: 'Invoice' },
  credit_note: { zh: '红字账单', en: 'Credit note' },
  currency: { zh: '币种', en: 'Currency' },
  search: { zh: '查找账单', en: 'Find documents' },
  searchHint: { zh: '编号、商家、方案……', en: 'number, merchant, plan …' },
  more: { zh: '继续显示', en: 'Show more' },
  nothingFound: { zh: '没有符合的账单', en: 'No document matches' },
  noDocuments: { zh: '没有账单', en: 'No documents' },
  problems: { zh: '问题', en: 'Problems' },
  noProblems: { zh: '没有问题', en: 'No problems' },
  rows: { zh: '数据行去向', en: 'Every row accounted for' },
  file: { zh: '文件', en: 'File' },
  rowsRead: { zh: '读入', en: 'Read' },
  billed: { zh: '计费', en: 'Billed' },
  leftOut: { zh: '未计', en: 'Left out' },
  rejected: { zh: '无法读取', en: 'Rejected' },
  share: { zh: '占比', en: 'Share' },
  reasons: { zh: '未计原因', en: 'Left out because' },
  noFacts: { zh: '没有数据文件', en: 'No input files' },
  files: { zh: '文件', en: 'Files' },
} as const satisfies Record<string, Bilingual>;

export const SENTENCES = {
  batch: (sequence: number): Bilingual => ({ zh: `第 ${sequence} 批`, en: `batch ${sequence}` }),
  comparedWith: (of: string): Bilingual => ({ zh: `较 ${of}`, en: `from ${of}` }),
  previewOf: (date: string): Bilingual => ({ zh: `${date} 预览`, en: `Preview of ${date}` }),
  noMonthBefore: (month: string): Bilingual => ({
    zh: `账本中没有 ${month}，无从比较。`,
    en: `The ledger has no ${month} to compare with.`,
  }),
  monthUnreadable: (month: string): Bilingual => ({
    zh: `账本中的 ${month} 无法读取，未作比较；请运行 kefu-billing verify。`,
    en: `${month} cannot be read from the ledger, and is not compared: run kefu-billing verify.`,
  }),
  noPreview: { zh: '本月没有预览可比较。', en: 'There is no preview to compare with.' },
  previewUnreadable: {
    zh: '预览无法读取，未作比较；请重新运行 kefu-billing preview。',
    en: 'The preview cannot be read, and is not compared: run kefu-billing preview again.',
  },
  revised: (all: number, shown: number): Bilingual =>
    all === shown
      ? { zh: `被冲销的账单 ${all} 份`, en: `Documents cancelled: ${all}` }
      : {
          zh: `被冲销的账单 ${all} 份，以下为差额最大的 ${shown} 份`,
          en: `Documents cancelled: ${all}; the ${shown} largest differences`,
        },
  unchanged: (month: string): Bilingual => ({
    zh: `各商家与 ${month} 相同。`,
    en: `Every merchant is as in ${month}.`,
  }),
  shown: (shown: string, of: string): Bilingual => ({
    zh: `显示 ${shown} / ${of} 份账单`,
    en: `${shown} of ${of} documents shown`,
  }),
  firstShown: (shown: string, of: string): Bilingual => ({
    zh: `以下为 ${of} 份账单中的前 ${shown} 份；全部见 invoices.csv。`,
    en: `The first ${shown} of ${of} documents; all of them are in invoices.csv.`,
  }),
  cancels: (number: string): Bilingual => ({ zh: `冲销 ${number}`, en: `cancels ${number}` }),
  replaces: (number: string): Bilingual => ({ zh: `替代 ${number}`, en: `replaces ${number}` }),
  stillStands: (numbers: string): Bilingual => ({
    zh: `原账单 ${numbers} 继续有效。`,
    en: `${numbers} remains in force.`,
  }),
  noDocument: { zh: '本月没有账单。', en: 'It has no document for this month.' },
  andMore: (count: number): Bilingual => ({
    zh: `另有 ${count} 条，见 problems.csv。`,
    en: `And ${count} more, in problems.csv.`,
  }),
  moreMerchants: (count: number): Bilingual => ({
    zh: `另有 ${count} 家商家暂缓出账，见 problems.csv。`,
    en: `${count} more merchants are blocked: see problems.csv.`,
  }),
  moreFiles: (count: number): Bilingual => ({
    zh: `另有 ${count} 个文件，见 row-accounting.csv。`,
    en: `${count} more files, in row-accounting.csv.`,
  }),
  record: (record: number): Bilingual => ({ zh: `第 ${record} 行`, en: `record ${record}` }),
  planChart: (currency: string): Bilingual => ({
    zh: `各方案不含税收入（${currency}）`,
    en: `Net revenue by plan, ${currency}`,
  }),
  changeChart: (currency: string, month: string): Bilingual => ({
    zh: `较 ${month} 不含税收入增减（${currency}）`,
    en: `Change of net from ${month}, ${currency}`,
  }),
} as const;

export const OUTCOME_LABELS: Readonly<Record<RowOutcome, Bilingual>> = {
  billed: { zh: '计费', en: 'billed' },
  rejected: { zh: '无法读取', en: 'rejected' },
  blank_row: { zh: '空行', en: 'blank row' },
  exact_duplicate: { zh: '完全重复', en: 'exact duplicate' },
  unknown_merchant: { zh: '未知商家', en: 'unknown merchant' },
  unknown_order: { zh: '未知订单', en: 'unknown order' },
  other_period: { zh: '其他账期', en: 'other period' },
  silent_order: { zh: '静默订单', en: 'silent order' },
  not_used_by_plan: { zh: '方案不计此项', en: 'not used by the plan' },
  without_contract: { zh: '无合同', en: 'without contract' },
  absent: { zh: '缺勤', en: 'absent' },
  leave: { zh: '请假', en: 'leave' },
  evidence: { zh: '仅作活动佐证', en: 'evidence' },
  outside_window: { zh: '托管时段之外', en: 'outside the window' },
  zero_amount: { zh: '金额为零', en: 'zero amount' },
  order_rejected: { zh: '订单无法读取', en: 'order rejected' },
  order_not_billed: { zh: '订单未计费', en: 'order not billed' },
  source_blank: { zh: '按映射略去：空白', en: 'left out by the mapping: blank' },
  source_zero: { zh: '按映射略去：零', en: 'left out by the mapping: zero' },
  source_value: { zh: '按映射略去：取值', en: 'left out by the mapping: its value' },
  source_query: { zh: '按查询略去', en: 'left out by the query' },
  source_joined: { zh: '并入另一行', en: 'joined into another row' },
  below_header: { zh: '表头说明行', en: 'explanation below the header' },
  order_already_excluded: { zh: '订单已剔除', en: 'order already excluded' },
  blocked_merchant: { zh: '商家暂缓出账', en: 'merchant blocked' },
  unknown_contract: { zh: '未知合同', en: 'unknown contract' },
  not_in_force: { zh: '合同未生效或已终止', en: 'contract not in force' },
  not_used: { zh: '本期未用', en: 'not used' },
  nothing_billed: { zh: '本期无计费', en: 'nothing to bill' },
};

/** How a page speaks: in one language, with headings in both where it is bilingual. */
export interface Voice {
  readonly lang: 'zh-CN' | 'en';
  readonly spoken: Spoken;
  readonly say: (words: Bilingual) => string;
  readonly heading: (words: Bilingual) => string;
}

export function voiceOf(language: Language): Voice {
  const spoken = spokenOf(language);
  const say = (words: Bilingual): string => words[spoken];
  return {
    lang: spoken === 'en' ? 'en' : 'zh-CN',
    spoken,
    say,
    heading: language === 'zh-en' ? ({ zh, en }) => `${zh} · ${en}` : say,
  };
}
