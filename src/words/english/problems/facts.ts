/** English words for what shifts, orders and refunds say of one another, and of contracts. */
import type { ProblemWords } from '../../problem-words.js';
import { andMore, quoted } from '../phrases.js';

export const FACTS = {
  'fact-without-contract': (values) =>
    values.case === 'shift'
      ? {
          message: `no contract in force owns this worked shift (${values.role}, store ${quoted(values.storeId)})${andMore(values.moreRows)}`,
          hint: 'check the dates, the role and the store of the contracts; nobody is billed for it',
        }
      : {
          message: `no event contract of ${values.merchantId} is in force on ${values.date}`,
          hint: 'check the dates and the store of the contracts; nobody is billed for this day',
        },
  'shift-length': ({ startsAt, endsAt }) => ({
    message: `the shift runs from ${startsAt} to ${endsAt}, and a shift is longer than 0 and at most 24 hours`,
    hint: 'correct its times; a shift through the night ends on the next date',
  }),
  'shifts-overlap': ({ shiftId, agentId, otherId }) => ({
    message: `shift ${shiftId} of agent ${agentId} overlaps ${otherId} or one before it`,
    hint: 'correct the times of one of them; nobody works two shifts for one merchant at once',
  }),
  'shift-contract': ({ contractId }) => ({
    message: `the shift names contract ${quoted(contractId)}, which is not this merchant's or not in force on its date`,
    hint: 'name a contract of the merchant that is in force, or leave the cell blank',
  }),
  'order-unknown': ({ orderId, moreRows }) => ({
    message: `the order ${quoted(orderId)} is in no orders file, so its refund is left out${andMore(moreRows)}`,
    hint: 'add the orders of its month to the input, or correct the id',
  }),
  'orders-unattributed': ({ orders }) => ({
    message: `no order of the file names an agent, so that none of ${orders} would earn the commission that a contract pays`,
    hint: 'feed agent_id, or add attributions; where truly no inquiry led to an order, attributions.csv with its header alone says so',
  }),
  'refund-before-order': ({ amount, currency, refundedAt, orderId, orderAmount, paidAt }) => ({
    message: `the refund of ${amount} ${currency} is dated ${refundedAt}, before its order ${orderId} of ${orderAmount} ${currency} was paid, ${paidAt}`,
    hint: 'correct refunded_at of the refund, or paid_at of the order',
  }),
  'refund-exceeds-order': (values) => {
    const { refunds, firstRefundedAt, lastRefundedAt, amount, currency } = values;
    const what =
      refunds === 1
        ? `the refund of ${firstRefundedAt} comes to ${amount} ${currency}, and its`
        : `the ${refunds} refunds of ${firstRefundedAt} to ${lastRefundedAt} come to ${amount} ${currency}, and their`;
    return {
      message: `${what} order ${values.orderId}, paid ${values.paidAt}, to ${values.orderAmount} ${currency}`,
      hint: 'correct the amount of a refund, or of the order',
    };
  },
} satisfies Partial<ProblemWords>;
