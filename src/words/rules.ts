/** The rule of each kind of line in plain words: what the design and the contract say. */
import type { Bilingual, FigureName, Line } from '../pricing/line.js';

export function ruleOf(line: Line): Bilingual {
  switch (line.kind) {
    case 'salary':
      return has(line, 'consultations_per_agent_day') ? SALARY_BY_WORKLOAD : SALARY;
    case 'base':
      return has(line, 'consultations_per_agent_day') ? BASE_BY_WORKLOAD : BASE;
    case 'appraisal':
      return {
        en: "The agent's salary line × appraisal share × (score − 1); a score of 1 is the target met.",
        zh: '该客服月薪行金额 × 考核比例 ×（得分 − 1）；得分 1 为达标。',
      };
    case 'cap':
      return {
        en: "The agents' months exceed the seats of the contract, so their lines are brought to exactly rate × seats.",
        zh: '人月合计超过合同席位，调整为恰好 费率 × 席位。',
      };
    case 'commission':
      return commissionRule(line);
    case 'ladder':
      return ladderRule(line);
    case 'overflow':
      return {
        en: 'Each consultation above the last tier of its day costs the overflow rate.',
        zh: '当日超出最高档的每人次咨询按超量单价计费。',
      };
    case 'event':
      return {
        en: 'A rate per agent and day of the event.',
        zh: '活动期间每位客服每天按单价计费。',
      };
    case 'custody':
      return {
        en: 'A rate for each date on which the agent worked inside the custody window.',
        zh: '客服在托管时段内有出勤的每个日期按单价计费。',
      };
    case 'discount':
      return {
        en: "The contract's discount on the sum of its lines above.",
        zh: '对该合同以上各行合计按折扣率扣减。',
      };
    case 'minimum':
      return {
        en: 'What the lines of the contract lack to its minimum fee, for its active days of the month.',
        zh: '该合同各行合计不足最低服务费（按有效天数折算）的部分补足。',
      };
    case 'adjustment':
      return {
        en: 'An amount that was agreed and approved by hand.',
        zh: '经人工批准的调整金额。',
      };
  }
}

const SALARY: Bilingual = {
  en: 'A monthly rate per agent: agent-days / standard days, at most one month, × rate. An agent-day is the worked time of a date / the hours of a full day, at most 1.',
  zh: '每位客服按月计费：出勤人天 / 标准天数（最多一个月）× 费率。人天 = 当日出勤时长 / 每日标准时长，最多为 1。',
};

const BASE: Bilingual = {
  en: 'A monthly base per agent and shift: agent-days / standard days, at most one month, × rate. An agent-day is the worked time of a date / the hours of a full day, at most 1.',
  zh: '每位客服每个班次按月底薪：出勤人天 / 标准天数（最多一个月）× 费率。人天 = 当日出勤时长 / 每日标准时长，最多为 1。',
};

const WORKLOAD: Bilingual = {
  en: ' The rate is the price of the first tier that is not below the consultations per agent-day.',
  zh: '费率取人均日咨询量所在档位的价格。',
};

const SALARY_BY_WORKLOAD = joined(SALARY, WORKLOAD);
const BASE_BY_WORKLOAD = joined(BASE, WORKLOAD);

const NET_SALES: Bilingual = {
  en: 'A share of net sales: orders that name an agent − their refunds (or all of a refunded order, where the contract excludes it) − late refunds of orders of earlier months. Silent orders never count.',
  zh: '按净销售额提成：有客服归属的订单 − 其退款（合同约定剔除的为整单）− 往期订单的逾期退款。静默订单不计。',
};

function commissionRule(line: Line): Bilingual {
  if (has(line, 'average_order_value'))
    return joined(NET_SALES, {
      en: ' The rate is that of the tier of the average order value: attributed sales / orders, before refunds.',
      zh: '提成率取客单价（促成销售额 / 订单数，未扣退款）所在档位。',
    });
  if (has(line, 'tier_above'))
    return joined(NET_SALES, {
      en: ' Each slice of the net sales has the rate of its own tier; this line is one slice.',
      zh: '净销售额按档位分段，各段按各自提成率；本行为其中一段。',
    });
  if (has(line, 'tier_up_to'))
    return joined(NET_SALES, {
      en: ' All net sales have the rate of the tier that was reached.',
      zh: '全部净销售额按所达档位的提成率。',
    });
  return NET_SALES;
}

function ladderRule(line: Line): Bilingual {
  if (has(line, 'dates'))
    return {
      en: 'Each day costs the price of the first tier that is not below its consultations; this line has the days of one tier.',
      zh: '每天按当日咨询量所在档位计价；本行为同一档位的各天。',
    };
  if (has(line, 'average_daily_consultations'))
    return {
      en: "The month costs the price of the tier of the daily average, × the contract's active days / the days of the month.",
      zh: '按日均咨询量所在档位的月价 × 合同有效天数 / 当月天数。',
    };
  return {
    en: "The contract's first month has no month before it, so it costs the price of the first tier, × active days / days of the month.",
    zh: '合同首月没有上月数据，按第一档月价 × 合同有效天数 / 当月天数。',
  };
}

function has({ basis }: Line, name: FigureName): boolean {
  return basis.some((figure) => figure.name === name);
}

function joined(first: Bilingual, second: Bilingual): Bilingual {
  return { zh: first.zh + second.zh, en: first.en + second.en };
}
