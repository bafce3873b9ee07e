/** A word for each figure and each result, and how it stands beside its number. */
import type { FigureName, ResultName } from '../pricing/figures.js';
import type { Bilingual } from './bilingual.js';

interface FigureWord extends Bilingual {
  /** Where the word stands in a formula: `20.5 agent-days`, `refunds 6,400.00`, or nowhere. */
  readonly stands: 'before' | 'after' | 'nowhere';
  /** Whether the number is a share, which is shown in percent. */
  readonly isShare?: true;
  /** What tells it from others of its name: what it is of, or all dates that it counts. */
  readonly about?: 'of' | 'dates';
}

export const FIGURE_WORDS: Readonly<Record<FigureName, FigureWord>> = {
  constant: { zh: '', en: '', stands: 'nowhere' },
  agent_days: { zh: '出勤人天', en: 'agent-days', stands: 'after' },
  agents: { zh: '客服人数', en: 'agents', stands: 'nowhere', about: 'of' },
  days: { zh: '天', en: 'days', stands: 'after', about: 'dates' },
  hours: { zh: '小时', en: 'hours', stands: 'after' },
  surcharged_days: { zh: '加价人天', en: 'agent-days', stands: 'after', about: 'dates' },
  surcharged_hours: { zh: '加价小时', en: 'hours', stands: 'after', about: 'dates' },
  rate: { zh: '单价', en: 'rate', stands: 'nowhere' },
  seats: { zh: '席位', en: 'seats', stands: 'after' },
  standard_days: { zh: '标准天数', en: 'standard days', stands: 'nowhere' },
  appraisal_share: { zh: '考核比例', en: 'appraisal share', stands: 'nowhere', isShare: true },
  commission_rate: { zh: '提成率', en: 'commission rate', stands: 'nowhere', isShare: true },
  discount_rate: { zh: '折扣率', en: 'discount rate', stands: 'nowhere', isShare: true },
  overflow_rate: { zh: '超量单价', en: 'overflow rate', stands: 'nowhere' },
  minimum_fee: { zh: '最低服务费', en: 'minimum fee', stands: 'before' },
  maximum_fee: { zh: '最高服务费', en: 'maximum fee', stands: 'before' },
  commission_cap: { zh: '提成上限', en: 'commission cap', stands: 'before' },
  included_consultations: { zh: '套餐内咨询量', en: 'included', stands: 'before' },
  multiplier: { zh: '倍数', en: 'multiplier', stands: 'before' },
  charge_quantity: { zh: '数量', en: 'quantity', stands: 'nowhere' },
  charge_price: { zh: '单价', en: 'price', stands: 'nowhere' },
  charged_days: { zh: '计费天数', en: 'charged days', stands: 'nowhere' },
  tier_price: { zh: '档位价格', en: 'price of the tier', stands: 'nowhere' },
  tier_rate: { zh: '档位提成率', en: 'rate of the tier', stands: 'nowhere', isShare: true },
  tier_above: { zh: '档位下限', en: 'start of tier', stands: 'before' },
  tier_up_to: { zh: '档位上限', en: 'end of tier', stands: 'before' },
  last_tier: { zh: '最高档', en: 'last tier', stands: 'nowhere' },
  active_days: { zh: '合同有效天数', en: 'active days', stands: 'nowhere' },
  period_days: { zh: '天', en: 'days', stands: 'after' },
  consultations: { zh: '咨询量', en: 'consultations', stands: 'nowhere', about: 'of' },
  attributed_sales: { zh: '促成销售额', en: 'attributed sales', stands: 'nowhere' },
  attributed_orders: { zh: '单', en: 'orders', stands: 'after' },
  refunds: { zh: '退款', en: 'refunds', stands: 'before' },
  late_refunds: { zh: '跨月退款', en: 'late refunds', stands: 'before', about: 'of' },
  score: { zh: '考核得分', en: 'score', stands: 'before' },
  indicator_weight: { zh: '权重', en: 'weight', stands: 'nowhere' },
  indicator_points: { zh: '得分', en: 'points', stands: 'nowhere', about: 'of' },
  exchange_rate: { zh: '汇率', en: 'exchange rate', stands: 'before' },
  adjustment: { zh: '调整金额', en: 'adjustment', stands: 'nowhere' },
  line: { zh: '行', en: 'line', stands: 'nowhere' },
  net: { zh: '不含税金额', en: 'net', stands: 'nowhere' },
  tax: { zh: '税额', en: 'tax', stands: 'nowhere' },
  tax_rate: { zh: '税率', en: 'tax rate', stands: 'nowhere', isShare: true },
};

interface ResultWord extends Bilingual {
  /** Where the word stands in a note that shows the value alone, since the term stands elsewhere on the page. */
  readonly besideValue?: 'before' | 'after';
  /** Whether the amount is it × the price of the tier: its formula then stands in the note in any case. */
  readonly isMultiplied?: true;
}

export const RESULT_WORDS: Readonly<Record<ResultName, ResultWord>> = {
  months: { zh: '月数', en: 'months' },
  agents_months: { zh: '人月', en: "agents' months", besideValue: 'after' },
  agent_day_rate: { zh: '日单价', en: 'price of a day' },
  appraisal_score: { zh: '考核得分', en: 'score' },
  consultations_per_agent_day: { zh: '人均日咨询量', en: 'consultations per agent-day' },
  daily_average: { zh: '日均咨询量', en: 'daily average' },
  average_order_value: { zh: '客单价', en: 'average order value' },
  net_sales: { zh: '净销售额', en: 'net sales', isMultiplied: true },
  converted_sales: { zh: '折合', en: 'converted' },
  sales_slice: { zh: '本段', en: 'slice' },
  consultations_beyond: { zh: '超出人次', en: 'consultations beyond' },
  part_of_month: { zh: '当月占比', en: 'part of the month' },
  included: { zh: '套餐内', en: 'included' },
  beyond_included: { zh: '套餐外咨询量', en: 'beyond the included', isMultiplied: true },
  consultations_slice: { zh: '本段', en: 'slice' },
  lines_sum: { zh: '以上合计', en: 'sum of lines', besideValue: 'before' },
  minimum: { zh: '最低服务费', en: 'minimum' },
  maximum: { zh: '最高服务费', en: 'maximum' },
  missing_to_minimum: { zh: '补足', en: 'missing to the minimum' },
  taxed_lines: { zh: '计税各行', en: 'taxed lines' },
  net_of_tax: { zh: '不含税金额', en: 'net of tax' },
  tax: { zh: '税额', en: 'tax' },
};
