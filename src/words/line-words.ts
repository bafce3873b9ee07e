/** What each kind of line says of itself: its description, and the rule that made it. */
import { scaleOf, tierOf, upToOf } from './tier-of-line.js';
import { Rational } from '../money/rational.js';
import type { LineKind } from '../pricing/contract-line.js';
import type { Line } from '../pricing/line.js';
import { figuresOf } from '../pricing/terms.js';
import type { Bilingual } from './bilingual.js';

interface LineWords {
  readonly describe: (line: Line) => Bilingual;
  readonly rule: (line: Line) => Bilingual;
}

/** What is billed: `Monthly salary, A`. */
export function descriptionOf(line: Line): Bilingual {
  return LINE_WORDS[line.kind].describe(line);
}

/** The rule of a line in plain words, as `docs/pricing.md` states it. */
export function ruleOf(line: Line): Bilingual {
  return LINE_WORDS[line.kind].rule(line);
}

const LINE_WORDS: Readonly<Record<LineKind, LineWords>> = {
  salary: {
    describe: ({ subject: { agent = '' } }) => ({
      zh: `客服月薪 ${agent}`,
      en: `Monthly salary, ${agent}`,
    }),
    rule: (line) =>
      byWorkload(line, {
        en: 'A monthly rate per agent: agent-days / standard days, at most one month, × rate. An agent-day is the worked time of a date / the hours of a full day, at most 1.',
        zh: '每位客服按月计费：出勤人天 / 标准天数（最多一个月）× 单价。人天 = 当日出勤时长 / 每日标准时长，最多为 1。',
      }),
  },
  base: {
    describe: ({ subject: { agent = '', shift = '' } }) => ({
      zh: `客服底薪 ${agent} · ${shift}`,
      en: `Monthly base, ${agent} · ${shift}`,
    }),
    rule: (line) =>
      byWorkload(line, {
        en: 'A monthly base per agent and shift: agent-days / standard days, at most one month, × rate. An agent-day is the worked time of a date / the hours of a full day, at most 1.',
        zh: '每位客服每个班次按月计底薪：出勤人天 / 标准天数（最多一个月）× 单价。人天 = 当日出勤时长 / 每日标准时长，最多为 1。',
      }),
  },
  appraisal: {
    describe: ({ subject: { agent = '' } }) => ({
      zh: `绩效考核 ${agent}`,
      en: `KPI appraisal, ${agent}`,
    }),
    rule: () => ({
      en: "The agent's salary line × appraisal share × (score − 1); a score of 1 is the target met.",
      zh: '该客服月薪行金额 × 考核比例 ×（得分 − 1）；得分 1 为达标。',
    }),
  },
  cap: {
    describe: (line) => {
      const seats = figureOf(line, 'seats');
      return { zh: `超出合同席位 ${seats} 席部分`, en: `Beyond the contract's ${seats} seats` };
    },
    rule: () => ({
      en: "The agents' months exceed the seats of the contract, so their lines are brought to exactly rate × seats.",
      zh: '人月合计超过合同席位，调整为恰好 单价 × 席位。',
    }),
  },
  commission: {
    describe: ({ unitPrice }) => ({
      zh: `客服促成净销售额提成 ${percentOf(unitPrice)}`,
      en: `Commission of ${percentOf(unitPrice)} on net attributed sales`,
    }),
    rule: commissionRule,
  },
  commission_cap: {
    describe: () => ({ zh: '超出提成上限部分', en: 'Beyond the commission cap' }),
    rule: () => ({
      en: 'The commission lines exceed the cap of the contract, so they are brought down to it.',
      zh: '提成合计超过合同提成上限，调整为恰好上限金额。',
    }),
  },
  hours: {
    describe: ({ subject: { agent = '' } }) => ({
      zh: `按小时计费 ${agent}`,
      en: `Hours, ${agent}`,
    }),
    rule: () => ({
      en: "A rate per hour. Each shift's worked time is raised to the contract's rounding step, and then to its minimum.",
      zh: '按小时计费：每个班次的出勤时长先按合同的取整单位向上取整，再不低于最低计费小时数。',
    }),
  },
  fee: {
    describe: () => ({ zh: '咨询套餐月费', en: 'Monthly fee of the package' }),
    rule: () => ({
      en: "The monthly fee × the contract's active days / the days of the month.",
      zh: '套餐月费 × 合同有效天数 / 当月天数。',
    }),
  },
  consultations: {
    describe: ({ unitPrice }) => ({
      zh: `咨询量计费（每人次 ${unitPrice.toDecimal()}）`,
      en: `Consultations at ${unitPrice.toDecimal()} each`,
    }),
    rule: consultationsRule,
  },
  surcharge: {
    describe: ({ subject: { surcharge = '' } }) => ({
      zh: `加价 ${surcharge}`,
      en: `Surcharge, ${surcharge}`,
    }),
    rule: () => ({
      en: 'Worked time under the surcharge × its usual price × (multiplier − 1). Of several surcharges the highest multiplier counts.',
      zh: '属于加价时段的出勤 × 正常单价 ×（倍数 − 1）；同时符合多项加价的，按最高倍数。',
    }),
  },
  ladder: { describe: ladderDescription, rule: ladderRule },
  overflow: {
    describe: (line) => {
      const limit = figureOf(line, 'last_tier');
      return { zh: `超出最高档 ${limit} 的咨询`, en: `Consultations beyond ${limit} a day` };
    },
    rule: () => ({
      en: 'Each consultation above the last tier of its day costs the overflow rate.',
      zh: '当日超出最高档的每人次咨询按超量单价计费。',
    }),
  },
  event: {
    describe: ({ subject: { event = '' } }) => ({
      zh: `活动托管 ${event}`,
      en: `Event hosting, ${event}`,
    }),
    rule: () => ({
      en: 'A rate per agent and day of the event.',
      zh: '活动期间每位客服每天按单价计费。',
    }),
  },
  custody: {
    describe: ({ subject: { agent = '' } }) => ({
      zh: `临时托管 ${agent}`,
      en: `Temporary custody, ${agent}`,
    }),
    rule: () => ({
      en: 'A rate for each date on which the agent worked inside the custody window.',
      zh: '客服在托管时段内有出勤的每个日期按单价计费。',
    }),
  },
  discount: {
    describe: ({ unitPrice }) => {
      const percent = percentOf(unitPrice.negated());
      return { zh: `合同折扣 ${percent}`, en: `Contract discount of ${percent}` };
    },
    rule: () => ({
      en: "The contract's discount on the sum of its lines above.",
      zh: '对该合同以上各行合计按折扣率扣减。',
    }),
  },
  minimum: {
    describe: () => ({ zh: '合同最低服务费补足', en: "Top-up to the contract's minimum fee" }),
    rule: () => ({
      en: 'What the lines of the contract lack to its minimum fee, for its active days of the month.',
      zh: '该合同各行合计不足最低服务费（按有效天数折算）的部分补足。',
    }),
  },
  maximum: {
    describe: () => ({ zh: '超出合同最高服务费部分', en: "Beyond the contract's maximum fee" }),
    rule: () => ({
      en: 'The lines of the contract exceed its maximum fee, for its active days of the month, and are brought down to it.',
      zh: '该合同各行合计超过最高服务费（按有效天数折算），调整为恰好最高服务费。',
    }),
  },
  charge: {
    describe: ({ subject: { charge = '' } }) => ({ zh: charge, en: charge }),
    rule: () => ({
      en: 'A charge of the contract beside its plan: quantity × price, where it is prorated for its days of the month.',
      zh: '合同约定的其他收费：数量 × 单价；约定折算的，按当月计费天数折算。',
    }),
  },
  adjustment: {
    describe: ({ subject: { reason = '' } }) => ({
      zh: `调整：${reason}`,
      en: `Adjustment: ${reason}`,
    }),
    rule: () => ({
      en: 'An amount that was agreed and approved by hand.',
      zh: '经人工批准的调整金额。',
    }),
  },
};

function byWorkload(line: Line, rule: Bilingual): Bilingual {
  if (tierOf(line)?.measured == null) return rule;
  return joined(rule, {
    en: ' The rate is the price of the first tier that is not below the consultations per agent-day.',
    zh: '单价取人均日咨询量所在档位的价格。',
  });
}

const NET_SALES: Bilingual = {
  en: 'A share of net sales: orders that name an agent − their refunds (or all of a refunded order, where the contract excludes it) − late refunds of orders of earlier months. Silent orders never count.',
  zh: '按净销售额提成：有客服归属的订单 − 其退款（合同约定剔除的为整单）− 往期订单的跨月退款。静默订单不计。',
};

function commissionRule(line: Line): Bilingual {
  const tier = tierOf(line);
  if (tier === null) return NET_SALES;
  if (scaleOf(tier) === 'average_order_value')
    return joined(NET_SALES, {
      en: ' The rate is that of the tier of the average order value: attributed sales / orders, before refunds.',
      zh: '提成率取客单价（促成销售额 / 订单数，未扣退款）所在档位。',
    });
  if (tier.measured === null)
    return joined(NET_SALES, {
      en: ' Each slice of the net sales has the rate of its own tier; this line is one slice.',
      zh: '净销售额按档位分段，各段按各自提成率；本行为其中一段。',
    });
  return joined(NET_SALES, {
    en: ' All net sales have the rate of the tier that was reached.',
    zh: '全部净销售额按所达档位的提成率。',
  });
}

function consultationsRule(line: Line): Bilingual {
  const rule = {
    en: 'Consultations beyond those that the fee includes × a price each.',
    zh: '超出套餐内咨询量的部分按人次计费。',
  };
  return tierOf(line)?.measured === null
    ? joined(rule, {
        en: ' Each slice has the price of its own tier; this line is one slice.',
        zh: '按档位分段，各段按各自单价；本行为其中一段。',
      })
    : joined(rule, {
        en: ' All of them have the price of the tier that was reached.',
        zh: '全部按所达档位的单价。',
      });
}

function ladderDescription(line: Line): Bilingual {
  const tier = tierOf(line);
  switch (tier === null ? null : scaleOf(tier)) {
    case 'previous_average_daily_consultations':
      return {
        zh: '咨询量阶梯（按上月日均）',
        en: "Consultation ladder, by last month's daily average",
      };
    case 'average_daily_consultations':
      return {
        zh: '咨询量阶梯（按本月日均）',
        en: "Consultation ladder, by the month's daily average",
      };
    default: {
      const limit = tier === null ? null : upToOf(tier);
      return limit === null
        ? { zh: '咨询量阶梯（最高档）', en: 'Consultation ladder, highest tier' }
        : {
            zh: `咨询量阶梯（每日不超过 ${limit} 人次）`,
            en: `Consultation ladder, days of up to ${limit}`,
          };
    }
  }
}

function ladderRule(line: Line): Bilingual {
  const tier = tierOf(line);
  if (tier === null || scaleOf(tier) === 'daily_consultations')
    return {
      en: 'Each day costs the price of the first tier that is not below its consultations; this line has the days of one tier.',
      zh: '每天按当日咨询量所在档位计价；本行为同一档位的各天。',
    };
  if (tier.measured !== null)
    return {
      en: "The month costs the price of the tier of the daily average, × the contract's active days / the days of the month.",
      zh: '按日均咨询量所在档位的月价 × 合同有效天数 / 当月天数。',
    };
  return {
    en: "The contract's first month has no month before it, so it costs the price of the first tier, × active days / days of the month.",
    zh: '合同首月没有上月数据，按第一档月价 × 合同有效天数 / 当月天数。',
  };
}

/** The first figure of a name in the terms of a line. */
function figureOf({ terms }: Line, name: 'seats' | 'last_tier'): string {
  const figures = [...figuresOf(terms.quantity), ...figuresOf(terms.unitPrice)];
  return figures.find((figure) => figure.name === name)?.value.toDecimal() ?? '';
}

function percentOf(share: Rational): string {
  return `${share.times(Rational.of(100n)).toDecimal()}%`;
}

function joined(first: Bilingual, second: Bilingual): Bilingual {
  return { zh: first.zh + second.zh, en: first.en + second.en };
}
