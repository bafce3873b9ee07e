/** An id that nearly is a known one is told with the one that may be meant. */
import { expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/problem.js';
import { billSmall } from '../small-input.js';

const ORDERS = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';
const REFUNDS = 'refund_id,order_id,refunded_at,amount\n';
const GOOD = 'O1,M1,S1,2026-10-02T10:00,100.00,CNY,A\n';

async function values(
  code: ProblemCode,
  files: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  return billSmall(files, ({ problems }) =>
    problems.filter((found) => found.code === code).map((found) => found.values),
  );
}

it.each([
  ['O01', 'O1', 'O1'],
  ['o1', 'O1', 'O1'],
  ['Ｏ1', 'O1', 'O1'],
  ['O\u200b1', 'O1', 'O1'],
  ['O10', 'O1', null],
  ['X', 'O1', null],
  ['3515200110000010000', '3515200110000010001', '3515200110000010001'],
])('a refund of order %j, where there is %j', async (refunded, known, nearest) => {
  const found = await values('order-unknown', {
    'orders.csv': `${ORDERS}${GOOD.replace('O1', known)}`,
    'refunds.csv': `${REFUNDS}R1,${refunded},2026-10-03T10:00,1.00\n`,
  });
  const isRounded = refunded.endsWith('0000');
  expect(found).toEqual(
    isRounded ? [] : [{ refundId: 'R1', orderId: refunded, moreRows: 0, nearest }],
  );
});

it('of many refunds of unknown orders, the one that is nearly right is shown', async () => {
  const found = await values('order-unknown', {
    'orders.csv': `${ORDERS}${GOOD}`,
    'refunds.csv': `${REFUNDS}R1,X1,2026-10-03T10:00,1.00\nR2,X2,2026-10-03T10:00,1.00\nR3,o1,2026-10-03T10:00,1.00\n`,
  });
  expect(found).toEqual([{ refundId: 'R3', orderId: 'o1', moreRows: 2, nearest: 'O1' }]);
});

it('a merchant of facts', async () => {
  const other = GOOD.replace('O1,M1', 'O2,m01');
  const found = await values('merchant-unknown', {
    'orders.csv': `${ORDERS}${GOOD}${other}${other.replace('O2,m01', 'O3,Z')}`,
  });
  expect(found).toEqual([
    { case: 'facts', merchantId: 'Z', moreRows: 0, nearest: null },
    { case: 'facts', merchantId: 'm01', moreRows: 0, nearest: 'M1' },
  ]);
});

it('an agent who sells, and works under nearly that name', async () => {
  const orders = ['B', 'C', 'Ａ'].map((agent, at) =>
    GOOD.replace('O1', `O${at}`).replace(/A\n$/, `${agent}\n`),
  );
  const found = await values('agent-without-shift', {
    'orders.csv': `${ORDERS}${orders.join('')}`,
    'refunds.csv': REFUNDS,
  });
  expect(found).toEqual([{ agents: ['Ａ', 'B', 'C'], moreAgents: 0, nearest: 'A' }]);
});
