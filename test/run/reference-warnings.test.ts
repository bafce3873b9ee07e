/** Contracts that compete for the same facts, before any fact has met two of them. */
import { expect, it } from 'vitest';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { billSmall } from '../facts/small-input.js';

const HEADER =
  'contract_id,merchant_id,store_id,plan,role,starts_on,ends_on,currency,rate,standard_days,commission_rate,tax_rate,tax_included,payment_terms\n';

function contract(id: string, plan: string, role: string, dates: string, store = ''): string {
  const days = plan === 'fixed_salary' ? '26' : '';
  const share = plan === 'base_commission' ? '0.02' : '';
  return `${id},M1,${store},${plan},${role},${dates},CNY,1500,${days},${share},0.06,false,net 30\n`;
}

const NO_FACTS = {
  'shifts.csv': 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\n',
  'orders.csv': 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n',
  'refunds.csv': 'refund_id,order_id,refunded_at,amount\n',
};

function warnings(...contracts: readonly string[]): Promise<string[]> {
  const files = { ...NO_FACTS, 'contracts.csv': HEADER + contracts.join('') };
  return billSmall(files, ({ problems }) =>
    problems
      .filter(({ code }) => code === 'contract-overlap')
      .map((found) => problemSentence(found, 'en').message),
  );
}

const ALL_OF_OCTOBER = '2026-10-01,';

it.each([
  [
    'salary and custody want the shifts of a role',
    contract('C1', 'fixed_salary', 'pre_sales', '2026-10-10,'),
    contract('C2', 'temporary_custody', 'pre_sales', '2026-09-01,2026-10-20'),
    'the shifts of pre_sales of all stores, 2026-10-10 to 2026-10-20',
  ],
  [
    'two commissions want shifts and orders: one warning',
    contract('C1', 'base_commission', 'pre_sales', ALL_OF_OCTOBER),
    contract('C2', 'base_commission', 'pre_sales', ALL_OF_OCTOBER),
    'the shifts of pre_sales of all stores, 2026-10-01 to 2026-10-31',
  ],
  [
    'orders have no role: of two commissions each wants all of them',
    contract('C1', 'base_commission', 'pre_sales', ALL_OF_OCTOBER, 'S1'),
    contract('C2', 'base_commission', 'after_sales', ALL_OF_OCTOBER, 'S1'),
    'the orders of store S1, 2026-10-01 to 2026-10-31',
  ],
  [
    'event days have no role',
    contract('C1', 'event_hosting', 'pre_sales', ALL_OF_OCTOBER),
    contract('C2', 'event_hosting', 'after_sales', ALL_OF_OCTOBER),
    'the event days of all stores, 2026-10-01 to 2026-10-31',
  ],
])('%s', async (_, one, other, facts) => {
  expect(await warnings(one, other)).toEqual([
    `contracts C1 and C2 are both in force for ${facts}`,
  ]);
});

it.each([
  [
    'other roles',
    contract('C1', 'fixed_salary', 'pre_sales', ALL_OF_OCTOBER),
    contract('C2', 'fixed_salary', 'after_sales', ALL_OF_OCTOBER),
  ],
  [
    'other facts',
    contract('C1', 'fixed_salary', 'pre_sales', ALL_OF_OCTOBER),
    contract('C2', 'event_hosting', 'pre_sales', ALL_OF_OCTOBER),
  ],
  [
    'other stores',
    contract('C1', 'fixed_salary', 'pre_sales', ALL_OF_OCTOBER, 'S1'),
    contract('C2', 'fixed_salary', 'pre_sales', ALL_OF_OCTOBER, 'S2'),
  ],
  [
    'one after the other',
    contract('C1', 'fixed_salary', 'pre_sales', '2026-10-01,2026-10-15'),
    contract('C2', 'fixed_salary', 'pre_sales', '2026-10-16,'),
  ],
])('%s: no warning', async (_, one, other) => {
  expect(await warnings(one, other)).toEqual([]);
});
