/** Chinese words for what shifts, orders and refunds say of one another, and of contracts. */
import type {
  BucketsUnfit,
  UnownedShift,
  FactsIncomplete,
  FactsOfMonth,
} from '../../../problem-facts-values.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { characterName } from '../../character-name.js';
import { chineseValue } from '../../table-words.js';
import { andMore, didYouMean, listed, quoted } from '../phrases.js';

export const FACTS = {
  'buckets-unfit': bucketsUnfit,
  'fact-without-contract': (values) =>
    values.case === 'shift'
      ? {
          message: `客服 ${values.agentId} 在 ${values.date} 的出勤班次 ${values.shiftId}（${chineseValue(values.role)}，店铺 ${quoted(values.storeId)}）没有对应的有效合同${ended(values)}${andMore(values.moreRows)}`,
          hint: '请核对合同的起止日期、岗位和店铺；目前未向任何商家计费',
        }
      : {
          message: `商家 ${values.merchantId} 在 ${values.date} 没有有效的活动托管合同`,
          hint: '请核对合同的起止日期和店铺；目前该活动日未向任何商家计费',
        },
  'shifts-unowned': ({ contractId, rows }) => ({
    message: `合同 ${contractId} 没有任何班次，而该商家有 ${rows} 个出勤班次没有对应的合同`,
    hint: '请核对合同与班次的岗位、店铺和日期；没有班次的合同不会按 0 元出账',
  }),
  'shift-length': ({ startsAt, endsAt }) => ({
    message: `班次从 ${startsAt} 到 ${endsAt}；班次时长应大于 0，且不超过 24 小时`,
    hint: '请更正班次时间；跨夜的班次在次日结束',
  }),
  'shifts-overlap': ({ shiftId, agentId, otherId }) => ({
    message: `客服 ${agentId} 的班次 ${shiftId} 与 ${otherId} 或更早的班次时间重叠`,
    hint: '请更正其中一个班次的时间；同一客服不能同时为同一商家上两个班次',
  }),
  'shift-contract': ({ contractId }) => ({
    message: `班次指定了合同 ${quoted(contractId)}，但它不属于该商家，或当日并不有效`,
    hint: '请填写该商家当日有效的合同，或将该单元格留空',
  }),
  'order-unknown': ({ refundId, orderId, moreRows, nearest }) => ({
    message: `订单数据中没有订单 ${quoted(orderId)}，其退款 ${refundId} 未计${andMore(moreRows)}`,
    hint: didYouMean(nearest, '补上该订单所在月份的订单数据，或更正订单编号'),
  }),
  'orders-unattributed': ({ orders }) => ({
    message: `文件中的 ${orders} 个订单都没有写明客服，合同约定的提成将为 0`,
    hint: '请提供客服编号 agent_id，或补上订单归属数据 attributions；如确实没有客服促成的订单，放一个只有表头的 attributions.csv 即可',
  }),
  'refund-before-order': ({
    refundId,
    amount,
    currency,
    refundedAt,
    orderId,
    orderAmount,
    paidAt,
  }) => ({
    message: `退款 ${refundId}（${amount} ${currency}）的时间是 ${refundedAt}，早于订单 ${orderId}（${orderAmount} ${currency}）的付款时间 ${paidAt}`,
    hint: '请更正退款时间 refunded_at，或订单的付款时间 paid_at',
  }),
  'refund-exceeds-order': (values) => {
    const { refunds, firstRefundedAt, lastRefundedAt, amount, currency } = values;
    const ids = `${listed(values.refundIds)}${refunds > values.refundIds.length ? '等' : ''}`;
    const what =
      refunds === 1
        ? `${firstRefundedAt} 的退款 ${ids} 为 ${amount} ${currency}`
        : `${firstRefundedAt} 至 ${lastRefundedAt} 的 ${refunds} 笔退款（${ids}）合计 ${amount} ${currency}`;
    return {
      message: `${what}，超过订单 ${values.orderId}（${values.paidAt} 付款）的 ${values.orderAmount} ${currency}`,
      hint: '请更正退款金额，或订单金额',
    };
  },
  'late-refund-differs': lateRefundDiffers,
  'late-refund-unpriced': ({ refundId, orderId, amount, number, contractId }) => ({
    message: `跨月退款 ${refundId}（${amount}）应退回订单 ${orderId} 的提成，该订单在 ${number} 中按合同 ${contractId} 计费；而这一合同编号现已属于别的商家，或不再有提成`,
    hint: '请给新合同另编一个编号：已按某一编号计费的，退款仍按同一合同退回',
  }),
  'facts-incomplete': (values) => ({
    message: `${ofMonth(values)}；${againstWhat(values)}`,
    hint:
      values.case === 'month-before'
        ? `请补齐缺失的数据；如经查看确实只有这些，请加 --accept-incomplete ${values.table} 运行`
        : '如有缺失，请补齐；自次月起，数据如此不全将不予发布',
  }),
  'facts-stop-early': ({ table, last, tableLast }) => ({
    message:
      last === null
        ? `${table} 中没有该商家的数据，而其他商家的数据到 ${tableLast} 为止`
        : `${table} 中该商家的数据到 ${last} 为止，而其他商家的到 ${tableLast} 为止`,
    hint: '请检查导出是否缺失或不全；没有的数据不会计费',
  }),
  'date-implausible': ({ date, period, yearsMax, moreRows }, column) => ({
    message: `${column} 是 ${date}，与 ${period} 相差 ${yearsMax} 年以上${andMore(moreRows)}`,
    hint: '请更正年份；按目前的日期，该行不会计入任何要出账的月份',
  }),
  'agent-without-shift': ({ agents, moreAgents, nearest }) => ({
    message: `本月订单中有客服 ${listed(agents.map(quoted))}${moreAgents > 0 ? `等 ${agents.length + moreAgents} 人` : ''}，但没有班次`,
    hint: didYouMean(nearest, '检查班次是否缺失，或同一客服是否用了别的名称'),
  }),
  'text-undrawable': ({ cell, characters, moreCharacters, printed }, column) => ({
    message: `${column} 的内容是 ${quoted(cell)}，账单字体缺少 ${listed(characters.map(characterName))}${moreCharacters > 0 ? `等 ${characters.length + moreCharacters} 个字符` : ''}，打印为 ${quoted(printed)}`,
    hint: '请在寄出账单之前换成字体中有的字符；表格和导出文件保持原样',
  }),
} satisfies Partial<ProblemWords>;

/** What a table has of a month. */
function ofMonth({ period, rows, first, last }: FactsOfMonth): string {
  if (first === null || last === null) return `${period} 没有任何数据`;
  return `${period} 有 ${rows} 行，从 ${first} 到 ${last}`;
}

function againstWhat(values: FactsIncomplete): string {
  return values.case === 'month-before'
    ? `上月即 ${ofMonth(values.before)}`
    : `合同需要从 ${values.from} 到 ${values.through} 的数据`;
}

type Differs = ProblemValues['late-refund-differs'];

function lateRefundDiffers(values: Differs): ProblemSentence {
  const refund = `跨月退款 ${values.refundId}（${values.amount}）`;
  switch (values.case) {
    case 'billed':
      return {
        message: `${refund}照计：其订单 ${values.orderId} 已在 ${values.number} 中计费，而现在的数据中${DIFFERENCES[values.difference]}`,
        hint: '以已发布的账单为准；如现在的数据才正确，请先重新运行订单所在的月份，再运行本月',
      };
    case 'not-billed':
      return {
        message: `${refund}不计：${values.period} 没有账单为其订单 ${values.orderId} 计费，而按现在的数据应当计费`,
        hint: `如该订单应当计费，请先重新运行 ${values.period}，再运行本月`,
      };
    case 'merchant-gone':
      return {
        message: `${refund}不计：其订单 ${values.orderId} 在 ${values.number} 中计给了已不在商家表中的商家`,
        hint: '如需退回提成，请恢复该商家及其合同',
      };
  }
}

/** What the input says of an order that is billed, after 而现在的数据中. */
const DIFFERENCES: Readonly<Record<Extract<Differs, { case: 'billed' }>['difference'], string>> = {
  'order-missing': '没有这个订单',
  merchant: '该订单属于别的商家',
  period: '该订单属于别的月份',
  amount: '该订单的金额或币种不同',
  'no-contract': '该订单没有对应的合同',
  contract: '该订单归属别的合同',
  'no-agent': '该订单没有客服',
};

/** `：合同 C1 已于 2026-10-15 终止`, or nothing. */
function ended({ ended: contract }: UnownedShift): string {
  return contract === null ? '' : `：合同 ${contract.contractId} 已于 ${contract.endsOn} 终止`;
}

const BY_MERCHANT = '请让数据仓库把同一商家的全部数据（包括其订单的退款和归属）写入同一个分区';

function bucketsUnfit(values: BucketsUnfit): ProblemSentence {
  switch (values.case) {
    case 'file':
      return {
        message: `使用 --partitioned 时，${values.table} 应为由分区文件夹组成的文件夹，而此处不在任何分区中`,
        hint: `请按 ${values.table}/bucket=00/part.parquet 的形式写入，或不使用 --partitioned`,
      };
    case 'sources':
      return {
        message: '按分区读取时不支持导出文件',
        hint: '请让数据仓库直接写入本程序各表的列，或不使用 --partitioned',
      };
    case 'none':
      return {
        message: '没有任何业务数据在分区中',
        hint: '请按 orders/bucket=00/part.parquet 的形式写入，或不使用 --partitioned',
      };
    case 'merchant':
      return {
        message: `商家 ${values.merchant} 的数据分散在 ${values.buckets.join(' 和 ')}`,
        hint: BY_MERCHANT,
      };
    case 'order':
      return {
        message: `${values.buckets[0] ?? ''} 中提到的订单 ${values.order} 在 ${values.buckets[1] ?? ''} 中`,
        hint: BY_MERCHANT,
      };
  }
}
