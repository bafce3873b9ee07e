/** Chinese words for offers that cannot be compared. */
import type { ProblemWords } from '../../problem-words.js';
import { chineseValue } from '../../table-words.js';

export const OFFERS = {
  'offer-id-taken': ({ offerId }) => ({
    message: `报价 ${offerId} 的编号与一份合同相同，分不清档位属于哪一个`,
    hint: '请为该报价另取编号，contract-tiers.csv 中也一并更改',
  }),
  'offer-without-shifts': ({ offerId, role, period }) => ({
    message: `报价 ${offerId} 按班次计费，而 ${period} 没有${chineseValue(role)}岗位的班次，无从得知需要几名客服`,
    hint: '请在 offers.csv 中填写客服人数 agents 与每人每月天数 days',
  }),
  'offer-without-orders': ({ offerId, period }) => ({
    message: `报价 ${offerId} 按销售额提成，而 ${period} 没有客服促成的订单，无从得知提成多少`,
    hint: '请将订单连同促成的客服一起放入数据文件夹',
  }),
} satisfies Partial<ProblemWords>;
