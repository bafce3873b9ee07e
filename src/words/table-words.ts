/**
 * What Chinese spreadsheets call the columns of our tables and the words of closed lists, the best name first.
 * `docs/inputs.md` and its Chinese edition show them; both are made of this file.
 */

/** By column; within one table no name stands for two columns. */
export const COLUMN_NAMES: Readonly<Record<string, readonly string[]>> = {
  merchant_id: ['商家编号', '商户编号', '客户编号'],
  name: ['名称', '商家名称', '商户名称', '客户名称', '方案名称'],
  legal_name: ['公司全称', '开票名称'],
  tax_id: ['税号', '纳税人识别号', '统一社会信用代码'],
  address: ['地址'],
  email: ['邮箱', '电子邮箱'],
  language: ['语言'],
  contract_id: ['合同编号', '合同号'],
  store_id: ['店铺编号', '店铺'],
  plan: ['计费方式'],
  role: ['岗位'],
  starts_on: ['开始日期', '起始日期'],
  ends_on: ['结束日期', '截止日期'],
  currency: ['币种'],
  seats: ['席位数', '席位上限'],
  rate: ['价格', '汇率'],
  standard_days: ['标准出勤天数', '月标准天数'],
  hours_per_day: ['每日标准工时', '日标准工时'],
  appraisal_share: ['考核占比', '绩效占比'],
  appraisal_from: ['考核起始日'],
  commission_rate: ['提成比例', '提成率'],
  partial_refunds: ['部分退款'],
  overflow_rate: ['超出单价'],
  window_start: ['时段开始'],
  window_end: ['时段结束'],
  discount_rate: ['折扣率'],
  minimum_fee: ['最低收费', '保底费用'],
  maximum_fee: ['最高收费', '封顶费用'],
  commission_cap: ['提成上限', '提成封顶'],
  included_consultations: ['包含咨询量', '套餐咨询量'],
  minimum_hours: ['最少工时'],
  rounding_minutes: ['计时进位分钟数'],
  tax_rate: ['税率'],
  tax_included: ['是否含税', '含税'],
  payment_terms: ['付款期限', '付款条件'],
  scale: ['阶梯依据'],
  mode: ['阶梯算法'],
  up_to: ['上限', '档位上限'],
  price: ['价格', '单价'],
  date: ['日期'],
  event: ['活动', '活动名称'],
  agents: ['客服人数', '人数'],
  days: ['天数'],
  period: ['账期', '月份'],
  agent_id: ['客服编号', '客服'],
  score: ['考核得分', '绩效得分'],
  indicator: ['指标', '考核指标'],
  weight: ['权重'],
  from: ['下限', '档位下限'],
  points: ['得分', '分值'],
  value: ['数值', '实际值'],
  tag: ['标记', '日期标记'],
  surcharge: ['加价名称', '加价'],
  day_tag: ['日期标记', '适用日期'],
  multiplier: ['倍数'],
  charge_id: ['收费编号'],
  frequency: ['收费频率'],
  quantity: ['数量'],
  unit_price: ['单价'],
  prorate: ['是否按天折算', '按天折算'],
  description: ['说明', '项目'],
  adjustment_id: ['调整编号'],
  amount: ['金额'],
  reason: ['原因', '事由'],
  approved_by: ['批准人', '审批人'],
  from_currency: ['原币种'],
  to_currency: ['目标币种', '本位币'],
  offer_id: ['方案编号'],
  receipt_id: ['收款编号'],
  received_on: ['收款日期'],
  kind: ['收款类别'],
  number: ['账单编号'],
  shift_id: ['班次编号', '排班编号'],
  shift: ['班次', '班次名称'],
  starts_at: ['上班时间', '开始时间'],
  ends_at: ['下班时间', '结束时间'],
  status: ['出勤状态', '考勤结果'],
  consultations: ['咨询量', '接待量'],
  order_id: ['订单编号', '订单号'],
  paid_at: ['付款时间', '支付时间'],
  refund_id: ['退款编号', '退款单号'],
  refunded_at: ['退款时间', '退款完成时间'],
};

/** By word of a closed list; within one list no name stands for two words. */
export const VALUE_NAMES: Readonly<Record<string, readonly string[]>> = {
  fixed_salary: ['固定月薪'],
  base_commission: ['底薪加提成'],
  consultation_ladder: ['按咨询量阶梯', '咨询量阶梯'],
  event_hosting: ['活动托管'],
  temporary_custody: ['临时托管'],
  hourly: ['按小时计费', '按小时'],
  per_consultation: ['按人次计费', '按人次'],
  pre_sales: ['售前'],
  after_sales: ['售后'],
  worked: ['出勤'],
  absent: ['缺勤', '旷工'],
  leave: ['请假', '休假'],
  daily_consultations: ['每日咨询量'],
  average_daily_consultations: ['月日均咨询量'],
  previous_average_daily_consultations: ['上月日均咨询量'],
  consultations_per_agent_day: ['人均日咨询量'],
  net_sales: ['净销售额'],
  average_order_value: ['客单价'],
  monthly_consultations: ['月咨询量'],
  volume: ['全额'],
  graduated: ['分段'],
  deduct: ['扣减退款'],
  exclude: ['整单不计'],
  once: ['一次性'],
  monthly: ['每月'],
  payment: ['回款', '付款'],
  deposit: ['押金'],
  prepayment: ['预付款'],
  refund: ['退款'],
  true: ['是'],
  false: ['否'],
  zh: ['中文'],
  en: ['英文'],
  'zh-en': ['中英双语'],
};

/**
 * The columns of a table for the names in a header: a Chinese name is the column that it stands for,
 * any other name is left as it is.
 *
 * > (商家编号, 名称, 备注) of `merchants` → merchant_id, name, 备注.
 */
export function columnsNamed(header: readonly string[], columns: readonly string[]): string[] {
  return header.map((name) => wordNamed(name, columns, COLUMN_NAMES) ?? name);
}

/** The word of a closed list that a cell is, in either language; undefined where it is none. */
export function choiceNamed<const Word extends string>(
  cell: string,
  choices: readonly Word[],
): Word | undefined {
  return wordNamed(cell, choices, VALUE_NAMES);
}

function wordNamed<const Word extends string>(
  name: string,
  words: readonly Word[],
  names: Readonly<Record<string, readonly string[]>>,
): Word | undefined {
  return words.find((word) => word === name || names[word]?.includes(name));
}

/** Every name that a header may have for some columns, in either language. */
export function headerNamesOf(columns: readonly string[]): string[] {
  return columns.flatMap((column) => [column, ...(COLUMN_NAMES[column] ?? [])]);
}

/** What a Chinese table calls a column. */
export function chineseColumn(column: string): string {
  return COLUMN_NAMES[column]?.[0] ?? column;
}

/** What a Chinese table calls a word of a closed list; any other text is itself. */
export function chineseValue(word: string): string {
  return VALUE_NAMES[word]?.[0] ?? word;
}
