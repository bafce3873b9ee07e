/** Chinese words for what a price needs and does not find. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { compactDates } from '../../compact-dates.js';
import { didYouMean, listed, quoted } from '../phrases.js';

export const PRICES = {
  'score-missing': ({ agentId, contractId, period }) => ({
    message: `客服 ${agentId} 在 ${period} 按合同 ${contractId} 出勤，却没有考核得分`,
    hint: `请补上一行 ${period},${contractId},${agentId} 及其得分；得分 1 为达标`,
  }),
  'indicator-value-missing': ({ agentId, contractId, period, indicators }) => ({
    message: `客服 ${agentId} 在 ${period} 按合同 ${contractId} 考核，缺少指标数值：${listed(indicators)}`,
    hint: `请补上一行 ${period},${contractId},${agentId} 及其数值；不填客服的一行适用于所有人`,
  }),
  'score-computed': ({ agentId, contractId }) => ({
    message: `客服 ${agentId} 填了考核得分，而合同 ${contractId} 的得分由考核指标计算`,
    hint: '请删除该得分，或删除合同的考核指标',
  }),
  'score-unused': scoreUnused,
  'exchange-rate-missing': (values) => {
    const { period, from, to } = values;
    return values.case === 'sales'
      ? {
          message: `合同 ${values.contractId} 的销售额有 ${from}，而账单币种是 ${to}，${period} 没有 ${from} 兑 ${to} 的汇率`,
          hint: `请补上一行 ${period},${from},${to} 及汇率（1 ${from} 折合多少 ${to}）`,
        }
      : {
          message: `${values.profile} 以 ${to} 记账，${period} 没有 ${from} 兑 ${to} 的汇率`,
          hint: `请补上一行 ${period},${from},${to} 及汇率；缺少汇率时不会发布账单`,
        };
  },
  'consultation-day-missing': ({ contractId, dates }) => ({
    message: `合同 ${contractId} 的有效期内每天都要有咨询量，以下日期没有：${compactDates(dates)}`,
    hint: '请补上这些日期；当天无人咨询的，咨询量填 0',
  }),
  'workload-unknown': ({ contractId, dates }) => ({
    message: `合同 ${contractId} 按人均日咨询量定价，以下出勤日没有咨询量：${compactDates(dates)}`,
    hint: '请补上咨询量，或核对其商家、店铺、岗位和日期；当天无人咨询的，咨询量填 0',
  }),
  'ladder-exceeded': ({ contractId, upTo, dates }) => ({
    message: `合同 ${contractId} 的最高档为每日 ${upTo} 人次，以下日期超出：${compactDates(dates)}`,
    hint: '请填写合同的超量单价 overflow_rate，或把最后一档的上限 up_to 留空',
  }),
  'custody-outside-window': ({ startsAt, endsAt }) => ({
    message: `班次从 ${startsAt} 到 ${endsAt}，全部在托管时段之外`,
    hint: '请核对班次时间；该班次不计费',
  }),
  'adjustment-without-contract': ({ adjustmentId, merchantId, currency, period }) => ({
    message: `调整 ${adjustmentId} 找不到商家 ${merchantId} 在 ${period} 有效的 ${currency} 合同，无法确定税率`,
    hint: '请在合同编号 contract_id 中填写该商家的合同',
  }),
  'adjustment-currency': ({ adjustmentId, currency, contractCurrency }) => ({
    message: `调整 ${adjustmentId} 的币种是 ${currency}，而其合同的币种是 ${contractCurrency}`,
    hint: '请改用合同的币种',
  }),
  'tax-mixed': ({ merchantId, currency }) => ({
    message: `商家 ${merchantId} 的 ${currency} 合同有的含税、有的不含税`,
    hint: '同一份账单上的合同，是否含税 tax_included 须一致',
  }),
} satisfies Partial<ProblemWords>;

function scoreUnused(values: ProblemValues['score-unused']): ProblemSentence {
  const { contractId, period } = values;
  switch (values.case) {
    case 'not-worked':
      return {
        message: `客服 ${values.agentId} 有考核得分，但 ${period} 没有按合同 ${contractId} 出勤`,
        hint: didYouMean(values.nearest, '删除该行'),
      };
    case 'value-not-worked':
      return {
        message: `客服 ${values.agentId} 有指标数值，但 ${period} 没有按合同 ${contractId} 出勤`,
        hint: didYouMean(values.nearest, '删除该行'),
      };
    case 'no-appraisal':
      return {
        message: `合同 ${contractId} 在 ${period} 不考核，客服 ${values.agentId} 的得分没有用到`,
        hint: '请更正合同编号 contract_id，或删除该行',
      };
    case 'value-no-appraisal':
      return {
        message: `合同 ${contractId} 在 ${period} 不考核，指标 ${quoted(values.indicator)} 的数值没有用到`,
        hint: '请更正合同编号 contract_id，或删除该行',
      };
  }
}
