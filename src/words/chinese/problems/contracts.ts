/** Chinese words for what merchants, contracts and tiers say of one another. */
import type { ContestedFacts } from '../../../contested-facts.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { nearestWord } from '../../nearest-word.js';
import { chineseValue } from '../../table-words.js';
import { andMore, didYouMean, listed, quoted } from '../phrases.js';

export const CONTRACTS = {
  'merchant-unknown': merchantUnknown,
  'store-unknown': (values) => {
    const what =
      values.case === 'contract' ? `合同 ${values.contractId}` : `${values.date} 的活动日`;
    return {
      message: `${what} 只限店铺 ${quoted(values.storeId)}，而商家 ${values.merchantId} 的业务数据中没有这个店铺`,
      hint:
        values.nearest === null ? '如无误可不处理' : `是否应为 ${values.nearest}？如无误可不处理`,
    };
  },
  'contract-unknown': (values) => {
    switch (values.case) {
      case 'adjustment':
        return {
          message: `调整 ${values.adjustmentId} 的合同 ${quoted(values.contractId)} 不是商家 ${values.merchantId} 的合同`,
          hint: '请填写该商家的合同，或将该单元格留空',
        };
      case 'asked':
        return {
          message: `没有合同 ${values.contractId}`,
          hint: values.nearest === null ? '请给出合同表中的合同' : `是否应为 ${values.nearest}？`,
        };
      case 'tier':
        return {
          message: `合同表中没有合同 ${quoted(values.contractId)}`,
          hint: didYouMean(values.nearest, '补上该合同'),
        };
      case 'score':
        return {
          message: `合同表中没有合同 ${quoted(values.contractId)}，该得分没有用到`,
          hint: didYouMean(values.nearest, '删除该行'),
        };
    }
  },
  'contract-dates': ({ contractId, startsOn, endsOn }) => ({
    message: `合同 ${contractId} 的结束日期 ${endsOn} 早于开始日期 ${startsOn}`,
    hint: '请更正其中一个日期',
  }),
  'contract-overlap': ({ contractIds, facts, role, storeId, from, to }) => {
    const place = storeId === null ? '全部店铺' : `店铺 ${storeId}`;
    const ofWhom = facts === 'event_days' || facts === 'orders' ? '' : `（${chineseValue(role)}）`;
    return {
      message: `合同 ${contractIds.join(' 与 ')} 在 ${from} 至 ${to} 同时有效，都涉及${place}的${CONTESTED[facts]}${ofWhom}`,
      hint: '请终止其中一份，或为它们指定不同的店铺或岗位；分不清归属的班次或日期会使该商家暂缓出账',
    };
  },
  'contract-ambiguous': (values) =>
    values.case === 'fact'
      ? {
          message: `该行同时符合合同 ${listed(values.contractIds)}，只能归属其中一份${andMore(values.moreRows)}`,
          hint: '请终止多余的合同，为它们指定不同的店铺或岗位，或在班次中写明合同',
        }
      : {
          message: `该活动日同时符合合同 ${listed(values.contractIds)}，只能归属其中一份`,
          hint: '请终止多余的合同，或为它们指定不同的店铺',
        },
  'tiers-missing': (values) =>
    values.case === 'commission'
      ? {
          message: `合同 ${values.contractId} 既没有提成比例 commission_rate，也没有提成档位`,
          hint: '请二者择一填写',
        }
      : {
          message: `合同 ${values.contractId} 的计费方式须有且只有一种口径的档位：${listed(values.scales)}`,
          hint: '请在 contract-tiers.csv 中补上档位',
        },
  'tiers-not-rising': ({ recordBefore }) => ({
    message: `档位上限 up_to 不高于上一档（第 ${recordBefore} 条）`,
    hint: '请把档位从低到高排列；只有最后一档的上限可以留空',
  }),
  'tiers-open-end': ({ scale, upTo }) => ({
    message: `“${chineseValue(scale)}”的最后一档止于 ${upTo}`,
    hint: '请把最后一档的上限 up_to 留空',
  }),
  'tiers-unused': ({ contractId, plan, scale }) => ({
    message: `合同 ${contractId} 的计费方式“${chineseValue(plan)}”不用“${chineseValue(scale)}”的档位`,
    hint: '请删除这些档位，或改用应有的计费方式',
  }),
  'attachment-unused': ({ contractId, plan }) => ({
    message: `合同 ${contractId} 的计费方式“${chineseValue(plan)}”不用这些行`,
    hint: '请删除这些行，或改用应有的计费方式；考核指标须与考核占比 appraisal_share 一起使用',
  }),
  'charge-dates': (values) =>
    values.case === 'backwards'
      ? {
          message: `收费 ${values.chargeId} 的结束日期 ${values.endsOn} 早于开始日期 ${values.startsOn}`,
          hint: '请更正其中一个日期',
        }
      : {
          message: `收费 ${values.chargeId} 没有一天落在合同 ${values.contractId} 的有效期内（${values.contractStartsOn} ${values.contractEndsOn === null ? '起' : `至 ${values.contractEndsOn}`}）`,
          hint: '请更正收费的日期，或它所属的合同',
        },
  'bands-missing': ({ contractId, indicator }) => ({
    message: `合同 ${contractId} 的考核指标 ${quoted(indicator)} 没有分档`,
    hint: '请在 kpi-bands.csv 中补上',
  }),
  'bands-not-rising': ({ recordBefore }) => ({
    message: `下限 from 低于上一档（第 ${recordBefore} 条）；仍按数值达到的最高一档计分`,
    hint: '请检查数字是否有误，或把分档从低到高排列',
  }),
  'indicator-unknown': ({ contractId, indicator, nearest }) => ({
    message: `合同 ${contractId} 没有考核指标 ${quoted(indicator)}`,
    hint: didYouMean(nearest, '在 kpi-indicators.csv 中补上该指标及其权重'),
  }),
  'tag-unknown': ({ contractId, tag, year, tags }) => ({
    message: `合同 ${contractId} 的加价适用于标为 ${quoted(tag)} 的日期，而 ${year} 年没有这样的日期`,
    hint: didYouMean(nearestWord(tag, tags), `在 calendar.csv 中补上 ${year} 年的日期`),
  }),
} satisfies Partial<ProblemWords>;

function merchantUnknown(values: ProblemValues['merchant-unknown']): ProblemSentence {
  const merchant = quoted(values.merchantId);
  switch (values.case) {
    case 'facts':
      return {
        message: `商家表中没有商家 ${merchant}${andMore(values.moreRows)}`,
        hint: didYouMean(values.nearest, '补上该商家，或更正商家编号；在此之前不会为它计费'),
      };
    case 'adjustment':
      return {
        message: `调整 ${values.adjustmentId} 的商家 ${merchant} 不在商家表中`,
        hint: didYouMean(values.nearest, '补上该商家'),
      };
    case 'contract':
      return {
        message: `合同 ${values.contractId} 的商家 ${merchant} 不在商家表中`,
        hint: didYouMean(values.nearest, '补上该商家'),
      };
    case 'receipt':
      return {
        message: `收款 ${values.receiptId} 的商家 ${merchant} 不在商家表中，也从未为它开过账单`,
        hint: didYouMean(values.nearest, '补上该商家'),
      };
    case 'event-day':
      return {
        message: `商家表中没有商家 ${merchant}`,
        hint: didYouMean(values.nearest, '补上该商家；在此之前该活动日不计费'),
      };
    case 'reissue':
      return {
        message: `没有商家 ${merchant}`,
        hint: didYouMean(values.nearest, '把账期写在前面：run 2026-10 --reissue M1 M2'),
      };
    case 'asked':
      return {
        message: `没有商家 ${values.merchantId}`,
        hint: values.nearest === null ? '请补上该商家' : `是否应为 ${values.nearest}？`,
      };
  }
}

const CONTESTED: Readonly<Record<ContestedFacts, string>> = {
  shifts: '班次',
  consultations: '咨询量',
  workload_consultations: '人均咨询量',
  orders: '订单',
  event_days: '活动日',
};
