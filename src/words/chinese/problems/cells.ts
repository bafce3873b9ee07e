/** Chinese words for cells that are not what their column wants. */
import type { DecimalMistake } from '../../../problem-faults.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { percentAsShare } from '../../percent-as-share.js';
import { chineseValue } from '../../table-words.js';
import { andMore, listed, quoted } from '../phrases.js';

export const CELLS = {
  'cell-blank': (values, column) => {
    switch (values.case) {
      case 'table':
        return { message: `${column} 为空`, hint: '请填写' };
      case 'fact':
        return { message: `${column} 为空，而每一行都须填写`, hint: '请填写' };
      case 'plan':
        return {
          message: `合同 ${values.contractId} 的 ${column} 为空，而计费方式“${chineseValue(values.plan)}”需要它`,
          hint: '请填写',
        };
      case 'staffing':
        return {
          message: `报价 ${values.offerId} 的 agents 与 days 只填了一项，单独一项没有意义`,
          hint: '请两项都填写，或都留空',
        };
    }
  },
  'cell-error': ({ case: of, cell }, column) =>
    of === 'error'
      ? {
          message: `${column} 的内容是 ${quoted(cell)}，表格软件在公式算不出结果时才这样显示`,
          hint: '请更正公式，或直接填写数值',
        }
      : {
          message: `${column} 是公式，而文件中没有保存计算结果`,
          hint: '请用表格软件打开该工作簿，让它重新计算，再保存',
        },
  'cell-unused': cellUnused,
  'number-malformed': (values, column) =>
    values.case === 'decimal'
      ? notDecimal(values, column)
      : {
          message: `${column} 的内容是 ${quoted(values.cell)}，不是整数`,
          hint: '请只写数字，不带千分位和小数：1234',
        },
  'number-out-of-range': outOfRange,
  'money-malformed': notDecimal,
  'money-too-precise': (values, column) => {
    switch (values.case) {
      case 'fact':
        return {
          message: `${column} 的内容是 ${quoted(values.cell)}，小数位数超过其币种的规定`,
          hint: '请在数据来源处四舍五入；CNY 为 2 位，JPY 没有小数',
        };
      case 'refund':
        return {
          message: `${column} 的内容是 ${quoted(values.cell)}，小数位数超过订单币种 ${values.currency} 的规定`,
          hint: '请在数据来源处四舍五入',
        };
      case 'adjustment':
        return {
          message: `调整 ${values.adjustmentId} 有 ${values.digits} 位小数，而 ${values.currency} 只有 ${values.digitsMax} 位`,
          hint: '请四舍五入到该币种的位数',
        };
      case 'receipt':
        return {
          message: `收款 ${values.receiptId} 有 ${values.digits} 位小数，而 ${values.currency} 只有 ${values.digitsMax} 位`,
          hint: '请四舍五入到该币种的位数',
        };
    }
  },
  'value-unknown': (values, column) => {
    switch (values.case) {
      case 'choice':
        return noChoice(values, column);
      case 'boolean':
        return {
          message: `${column} 的内容是 ${quoted(values.cell)}，应为“是”或“否”`,
          hint: '请写是或否，也可写 true 或 false',
        };
      case 'payment-terms':
        return {
          message: `${column} 的内容是 ${quoted(values.cell)}，不是付款期限的写法`,
          hint: '请写作 开具后30天 或 次月15日，也可写 net 30 或 day 15',
        };
      case 'tier-mode':
        return {
          message: `${column} 的内容是 ${values.mode}，而第一档是 ${values.firstMode}`,
          hint: '同一口径的各档须用同一种计法；留空即 volume（全额按所达档位）',
        };
    }
  },
  'plan-unknown': noChoice,
  'currency-unknown': ({ cell }, column) => ({
    message: `${column} 的内容是 ${quoted(cell)}，不是 ISO 4217 的币种代码`,
    hint: '请写三个大写字母，如 CNY 或 USD',
  }),
  'id-malformed': ({ cell, charactersMax }, column) => ({
    message: `${column} 的内容是 ${quoted(cell)}；编号最多 ${charactersMax} 个字符，不得含换行、制表符等控制字符`,
    hint: '请缩短编号，或重新录入',
  }),
  'cell-line-break': ({ cell }, column) => ({
    message: `${column} 的内容是 ${quoted(cell)}，不止一行`,
    hint: '请写成一行，各部分用逗号隔开',
  }),
  'agent-placeholder': ({ cell }) => ({
    message: `${quoted(cell)} 表示没有客服，否则会被当作一名客服`,
    hint: '没有客服的订单请留空；数据来源可在 blanks 中列出这种写法',
  }),
  'id-rounded': ({ cell, moreRows }, column) => ({
    message: `${column} 的内容是 ${quoted(cell)}：编号已被表格软件四舍五入，末几位丢失${andMore(moreRows)}`,
    hint: '请重新导出，编号列设为文本，并且不要先用表格软件打开，直接放入数据文件夹',
  }),
} satisfies Partial<ProblemWords>;

function cellUnused(values: ProblemValues['cell-unused'], column: string): ProblemSentence {
  switch (values.case) {
    case 'plan':
      return {
        message: `合同 ${values.contractId} 填了 ${column}，而计费方式“${chineseValue(values.plan)}”不用它`,
        hint: '请留空，或改用应有的计费方式',
      };
    case 'appraisal-from':
      return {
        message: `合同 ${values.contractId} 填了考核起始日期 appraisal_from，却没有考核比例 appraisal_share`,
        hint: '请填写考核比例，或两者都留空',
      };
    case 'commission-twice':
      return {
        message: `合同 ${values.contractId} 的提成率 commission_rate 与各种提成档位中填了不止一种`,
        hint: '请只保留一种',
      };
    case 'ladder-scale':
      return {
        message: `合同 ${values.contractId} 填了 ${column}，而阶梯依据“${chineseValue(values.scale)}”不用它`,
        hint: '请留空',
      };
    case 'tier-mode':
      return {
        message: `填了 ${column}，而阶梯依据“${chineseValue(values.scale)}”在此处不用它`,
        hint: '请留空',
      };
    case 'charge-once':
      return {
        message: `收费 ${values.chargeId} 填了 ${column}，而一次性收费不用它`,
        hint: '请留空，或将收费频率 frequency 改为 monthly（每月）',
      };
    case 'deposit-number':
      return {
        message: `收款 ${values.receiptId} 填了 ${column}，而押金不用于支付账单`,
        hint: '请留空；用于支付账单的应写作付款 payment',
      };
  }
}

function outOfRange(values: ProblemValues['number-out-of-range'], column: string): ProblemSentence {
  const not = (cell: string, expected: string): string =>
    `${column} 的内容是 ${quoted(cell)}，${expected}`;
  switch (values.case) {
    case 'not-negative':
      return { message: not(values.cell, '不得小于零'), hint: '请写零或正数' };
    case 'positive':
      return { message: not(values.cell, '应大于零'), hint: '请写正数' };
    case 'share':
      return {
        message: not(values.cell, '应在 0 到 1 之间'),
        hint: '比例请写成小数：2 % 写作 0.02',
      };
    case 'whole-positive':
      return {
        message: not(values.cell, '应为 1 或以上的整数'),
        hint: '请写 1 或以上，不带小数',
      };
    case 'fact-amount':
      return {
        message: not(values.cell, '此处金额不得小于零'),
        hint: '请去掉负号；退给买家的钱应作为退款数据的一行',
      };
    case 'custody-seats':
      return {
        message: `合同 ${values.contractId} 的 ${column} 是 ${values.seats}，临时托管的席位须为整数`,
        hint: '请写整数',
      };
    case 'decimal-range':
      return {
        message: not(
          values.cell,
          values.most === null
            ? `应大于 ${values.least}`
            : `应在 ${values.least} 到 ${values.most} 之间`,
        ),
        hint: '倍数写作 1.5，得分写作 0.93，都不写百分数；指标分以 100 分计',
      };
    case 'custody-window':
      return {
        message: `合同 ${values.contractId} 的托管时段起止时间相同`,
        hint: '请更正时段起 window_start 或时段止 window_end；全天写作 00:00 至 24:00',
      };
    case 'surcharge-window':
      return {
        message: `合同 ${values.contractId} 的加价 ${quoted(values.surcharge)} 时段起止时间相同`,
        hint: '请更正时段起 window_start 或时段止 window_end；全天加价则两者都留空',
      };
    case 'weights':
      return {
        message: `合同 ${values.contractId} 的考核指标权重全部为 0`,
        hint: '请至少给一个指标大于 0 的权重',
      };
    case 'fees':
      return {
        message: `合同 ${values.contractId} 的最低服务费 ${values.minimumFee} 高于最高服务费 ${values.maximumFee}`,
        hint: '请更正其中一个',
      };
    case 'commission-price':
      return {
        message: `${column} 的内容是 ${values.price}，而提成率应在 0 到 1 之间`,
        hint: '请写成小数：2 % 写作 0.02',
      };
  }
}

function noChoice(
  { cell, choices, nearest }: ProblemValues['plan-unknown'],
  column: string,
): ProblemSentence {
  return {
    message: `${column} 的内容是 ${quoted(cell)}，应为下列之一：${listed(choices.map(named))}`,
    hint: nearest === null ? '请更正' : `是否应为${named(nearest)}？`,
  };
}

/** 出勤（worked）: what a Chinese table writes, and what our tables have. */
function named(word: string): string {
  const chinese = chineseValue(word);
  return chinese === word ? word : `${chinese}（${word}）`;
}

function notDecimal(
  { cell, mistake }: ProblemValues['money-malformed'],
  column: string,
): ProblemSentence {
  return {
    message: `${column} 的内容是 ${quoted(cell)}，不是普通的数字`,
    hint:
      mistake === 'percent' ? `比例请写成小数：${percentAsShare(cell)}` : DECIMAL_HINTS[mistake],
  };
}

const DECIMAL_HINTS: Readonly<Record<Exclude<DecimalMistake, 'percent'>, string>> = {
  'full-width': '请改用半角数字和半角小数点：1234.50',
  currency: '请去掉货币符号；币种另有一列',
  thousands: '请去掉千分位：1234.50',
  comma: '小数点请用句点，不用逗号：1234.50',
  exponent: '表格软件把数字缩写了：请把该列设为普通数字格式，再保存一次',
  brackets: '负数请写负号，不用括号：-1234.50',
  other: '请只写数字，必要时带小数点：1234.50',
};
