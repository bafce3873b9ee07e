/** The words of comparisons, in Chinese and in English. */
import type { Bilingual } from './bilingual.js';

export const USUAL_OFFER_NAMES = {
  salary: { zh: '月薪 5,200', en: '5,200 a month' },
  base: { zh: '底薪 1,500 + 2\u00A0%', en: '1,500 and 2\u00A0%' },
  ladder: { zh: '咨询量阶梯 60/110/150', en: 'ladder of 60, 110 and 150 a day' },
  event: { zh: '活动每人天 200', en: '200 an event day' },
  custody: { zh: '托管每人天 150', en: '150 a custody day' },
} as const satisfies Record<string, Bilingual>;

export const WORDS = {
  comparison: { zh: '方案比较', en: 'Comparison of offers' },
  noBill: { zh: '本页不是账单', en: 'This is no bill' },
  noBillWhy: {
    zh: '以实际数据按各方案试算，仅供洽谈参考；不构成应付款项，也未开具任何账单。',
    en: 'The facts that were, priced by each offer, for a talk about prices: nothing is due by it, and nothing was issued.',
  },
  total: { zh: '合计', en: 'Total' },
  totals: { zh: '各方案合计', en: 'Totals by offer' },
  offer: { zh: '方案', en: 'Offer' },
  merchant: { zh: '商家', en: 'Merchant' },
  merchants: { zh: '各商家', en: 'By merchant' },
  months: { zh: '逐月', en: 'Month by month' },
  period: { zh: '账期', en: 'Period' },
  billed: { zh: '实际计费', en: 'Billed' },
  difference: { zh: '与实际相差', en: 'Difference' },
  cheapest: { zh: '最省', en: 'Cheapest' },
  cheapestCount: { zh: '最省的商家数', en: 'Cheapest for' },
  priced: { zh: '已试算', en: 'Priced' },
  nothingBilled: { zh: '无需计费', en: 'nothing to bill' },
  notPriced: { zh: '无法试算', en: 'Not priced' },
  why: { zh: '原因', en: 'Why' },
  breakEvens: { zh: '盈亏平衡点', en: 'Where offers break even' },
  breakEven: { zh: '平衡点', en: 'Break-even' },
  currency: { zh: '币种', en: 'Currency' },
  had: { zh: '当月实际', en: 'In that month' },
  find: { zh: '查找', en: 'Find' },
  findHint: { zh: '商家、方案、账期……', en: 'merchant, offer, month …' },
  withTax: { zh: '含税', en: 'with tax' },
  asPriced: { zh: '按价目，不另加税', en: 'as the prices say, with no tax added' },
} as const satisfies Record<string, Bilingual>;

export const MEASURES = ['net_sales', 'consultations'] as const;
/** What grows in a month, while all else is as it was. */
export type Measure = (typeof MEASURES)[number];

export const MEASURE_LABELS: Readonly<Record<Measure, Bilingual>> = {
  net_sales: { zh: '净销售额', en: 'net sales' },
  consultations: { zh: '咨询量', en: 'consultations' },
};

/** `at` and `rate` as people read them; `rate` is null where no single rate is in it. */
interface BreakEvenTexts {
  readonly cheaper: string;
  readonly other: string;
  readonly at: string;
  readonly rate: string | null;
}

export const SENTENCES = {
  /** > At 2 %, salary becomes cheaper than base and commission above net sales of 185,000.00. */
  breakEven: (measure: Measure, { cheaper, other, at, rate }: BreakEvenTexts): Bilingual => {
    const atRate = rate === null ? '' : `at ${rate}, `;
    const where =
      measure === 'net_sales' ? `net sales of ${at}` : `${at} consultations in the month`;
    const zhRate = rate === null ? '' : `提成 ${rate} 时，`;
    const zhWhere = measure === 'net_sales' ? `净销售额超过 ${at}` : `当月咨询量超过 ${at}`;
    return {
      zh: `${zhRate}${zhWhere} 后，“${cheaper}”比“${other}”更省`,
      en: capitalized(`${atRate}${cheaper} becomes cheaper than ${other} above ${where}`),
    };
  },
  span: (first: string, last: string): Bilingual =>
    first === last
      ? { zh: first, en: first }
      : { zh: `${first} 至 ${last}`, en: `${first} to ${last}` },
  pricedOf: (priced: number, of: number): Bilingual => ({
    zh: `${priced} / ${of}`,
    en: `${priced} of ${of}`,
  }),
  asInMonth: (period: string): Bilingual => ({
    zh: `其余数据均按 ${period} 实际。`,
    en: `All else as it was in ${period}.`,
  }),
  cheapestIs: (offer: string, total: string): Bilingual => ({
    zh: `最省：${offer}，${total}`,
    en: `Cheapest: ${offer}, ${total}`,
  }),
  noRow: { zh: '没有符合的行', en: 'No row matches' },
  rowsShown: { zh: '显示 {shown} / {of} 行', en: '{shown} of {of} rows shown' },
  firstRows: (shown: string, of: string, file: string): Bilingual => ({
    zh: `以下为 ${of} 行中的前 ${shown} 行；全部见 ${file}。`,
    en: `The first ${shown} of ${of} rows; all of them are in ${file}.`,
  }),
  more: (count: number, file: string): Bilingual => ({
    zh: `另有 ${count} 条，见 ${file}。`,
    en: `And ${count} more, in ${file}.`,
  }),
} as const;

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
