/**
 * How platforms and customer-service tools head the columns of the fact tables, the best name first.
 *
 * A header is one of the names or it is not: a wrong column would be billed, a blank one is asked about.
 * So no discount stands for an amount, no person for an order, and no amount that may be net of refunds
 * at all.
 */
import type { FactTableName } from '../fact-tables.js';

type Synonyms = Readonly<Record<string, readonly string[]>>;

const ORDER_ID = [
  '订单编号',
  '订单号',
  '主订单编号',
  '主订单号',
  '平台订单号',
  '原始单号',
  'Order ID',
  'Order number',
  'Order no',
  'Order #',
  'PO Number',
  'Mã đơn hàng',
  'No. Pesanan',
  'ID do pedido',
  'Order',
];
const STORE_ID = ['店铺名称', '店铺', '店铺Id', '店铺ID', 'Store', 'Store ID', 'Shop', 'Shop ID'];
const AGENT_ID = [
  '客服昵称',
  '客服账号',
  '客服名字',
  '客服',
  '接待客服',
  '旺旺昵称',
  '旺旺',
  'Agent',
  'Agent name',
  'Assignee',
];

export const HEADER_SYNONYMS: Readonly<Record<FactTableName, Synonyms>> = {
  orders: {
    order_id: ORDER_ID,
    store_id: STORE_ID,
    paid_at: [
      '订单付款时间',
      '付款时间',
      '支付时间',
      '付款确认时间',
      '支付完成时间',
      '订单支付时间',
      'Paid at',
      'Paid time',
      'Order Paid Time',
      'Payment time',
      'Payment date',
    ],
    amount: [
      '总金额',
      '订单金额',
      '订单总金额',
      '应付金额',
      '订单应付金额',
      'Total',
      'Order Total',
      'Grand Total',
      'Order amount',
      'Gross',
      'Amount',
    ],
    currency: ['币种', '货币', 'Currency'],
  },
  refunds: {
    refund_id: ['退款编号', '退款单号', '售后编号', '售后单号', '服务单号', 'Refund ID'],
    order_id: ORDER_ID,
    refunded_at: ['退款完成时间', '退款完结时间', '退款成功时间', '退款时间', 'Refunded at'],
    amount: [
      '退款金额',
      '买家退款金额',
      '退款总金额',
      '实退金额',
      'Refunded Amount',
      'Refund amount',
      'Amount Refunded',
    ],
  },
  attributions: { order_id: ORDER_ID, agent_id: AGENT_ID },
  consultations: {
    date: [
      '日期',
      '统计日期',
      'Date',
      'calldate',
      'Call Time',
      'Call date',
      'Start time',
      '通话时间',
      '呼叫时间',
      '来电时间',
      '开始时间',
      'Call Start',
      'Time',
    ],
    store_id: STORE_ID,
    agent_id: AGENT_ID,
    consultations: ['接待人数', '接待量', '咨询人数', '咨询量', 'Consultations', 'Conversations'],
  },
  shifts: {
    shift_id: ['班次编号', '排班编号', '考勤编号', 'Shift ID'],
    store_id: STORE_ID,
    agent_id: ['员工', '姓名', '工号', 'Employee', ...AGENT_ID],
    shift: ['班次', '班次名称', 'Shift'],
    starts_at: ['上班时间', '开始时间', '上班打卡时间', 'Starts at', 'Start'],
    ends_at: ['下班时间', '结束时间', '下班打卡时间', 'Ends at', 'End'],
    status: ['考勤结果', '出勤状态', '考勤状态', '状态', 'Status', 'Attendance'],
    role: ['岗位', '角色', 'Role'],
  },
};

/** The header that is one of the names; undefined where none is. A unit or a zone in brackets behind it is no part of the name. */
export function findHeader(
  header: readonly string[],
  names: readonly string[],
): string | undefined {
  return names.flatMap((name) => header.find((one) => plain(one) === plain(name)) ?? [])[0];
}

/** `Paid at (UTC)` and `订单金额（元）` without what stands in brackets. */
function plain(name: string): string {
  return name
    .replace(/[(（][^()（）]*[)）]\s*$/, '')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}
