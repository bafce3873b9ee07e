/** What shifts and orders say of each other and of their contracts. */
import { expect, it } from 'vitest';
import type { RunResult } from '../../../src/run/run-result.js';
import { billSmall } from '../small-input.js';

const SHIFTS = 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status';
const ORDERS = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id';
const CONTRACTS =
  'contract_id,merchant_id,plan,role,starts_on,ends_on,currency,rate,commission_rate,tax_rate,tax_included,payment_terms';

const codes = ({ problems }: RunResult): string[] =>
  problems.map(({ severity, code }) => `${severity} ${code}`).sort();

function shift(id: string, role: string, date: string, agent = 'A'): string {
  return `${id},M1,S1,${agent},${role},day,${date}T09:00,${date}T17:00,worked`;
}

it('blocks a merchant whose contract owns no shift while worked shifts have no owner', async () => {
  const shifts = [SHIFTS, shift('W1', 'after_sales', '2026-10-01')].join('\n');
  await billSmall({ 'shifts.csv': `${shifts}\n` }, (result) => {
    expect(codes(result)).toContain('error shifts-unowned');
    expect([...result.blocked]).toEqual(['M1']);
  });
});

it('bills a contract that owns some shifts, and warns of the others', async () => {
  const shifts = [
    SHIFTS,
    shift('W1', 'pre_sales', '2026-10-01'),
    shift('W2', 'after_sales', '2026-10-02'),
  ].join('\n');
  await billSmall({ 'shifts.csv': `${shifts}\n` }, (result) => {
    expect(codes(result)).not.toContain('error shifts-unowned');
    expect(codes(result)).toContain('warning fact-without-contract');
    expect(result.documents).toHaveLength(1);
  });
});

it('asks nothing of a contract that is not in force', async () => {
  // C1 owned no shift of October, and had ended before it; the shift of the 1st is of no contract.
  const contracts = [
    CONTRACTS,
    'C1,M1,base_commission,after_sales,2026-01-01,2026-09-30,CNY,1500,0.02,0.06,false,net 30',
    'C2,M1,base_commission,pre_sales,2026-10-01,,CNY,1500,0.02,0.06,false,net 30',
  ].join('\n');
  const shifts = [
    SHIFTS,
    shift('W1', 'pre_sales', '2026-10-01'),
    shift('W2', 'after_sales', '2026-10-02'),
  ].join('\n');
  const files = { 'contracts.csv': `${contracts}\n`, 'shifts.csv': `${shifts}\n` };
  await billSmall(files, (result) => {
    expect(codes(result)).not.toContain('error shifts-unowned');
  });
});

it('names the agents who sell and never work, by cell or by attribution', async () => {
  const orders = [
    ORDERS,
    'O1,M1,S1,2026-10-02T10:00,100.00,CNY,A',
    'O2,M1,S1,2026-10-02T10:00,100.00,CNY,B',
    'O3,M1,S1,2026-10-02T10:00,100.00,CNY,',
    'O4,M1,S1,2026-09-02T10:00,100.00,CNY,D',
  ].join('\n');
  const attributions = 'order_id,agent_id\nO3,C\n';
  const files = { 'orders.csv': `${orders}\n`, 'attributions.csv': attributions };
  await billSmall(files, ({ problems }) => {
    const found = problems.filter(({ code }) => code === 'agent-without-shift');
    expect(found).toMatchObject([
      { merchantId: 'M1', values: { agents: ['B', 'C'], moreAgents: 0 } },
    ]);
  });
});
