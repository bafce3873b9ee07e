/** Two months through the whole program: what the second lacks beside the first stops it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import type { RunRequest } from '../../src/run/run-request.js';
import type { RunResult } from '../../src/run/run-result.js';
import { bill } from './run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const HEADS = {
  orders: 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
  shifts: 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status',
};

/** M1 pays 10 % commission and at least 800.00; M2 pays 2,600.00 for 26 days. A row a day and table. */
function input(september: number, october: readonly number[]): string {
  const days = [
    ...Array.from({ length: september }, (_, at) => date('2026-09', at + 1)),
    ...october.map((day) => date('2026-10', day)),
  ];
  const orders = days.map((day, at) => `O${at},M1,S1,${day}T12:00,1000.00,CNY,A`);
  const shifts = days.map((day, at) => {
    return `W${at},M2,S1,A,pre_sales,day,${day}T09:00,${day}T17:00,worked`;
  });
  return temporaryFolder({
    'provider.json': '{"name": "Qinghe", "time_zone": "Asia/Shanghai"}',
    'merchants.csv': 'merchant_id,name\nM1,Lotus Home\nM2,Maple Kids\n',
    'contracts.csv': `contract_id,merchant_id,plan,starts_on,currency,rate,commission_rate,minimum_fee,tax_rate,tax_included,payment_terms
C1,M1,base_commission,2026-01-01,CNY,1500,0.10,800,0,false,net 30
C2,M2,fixed_salary,2026-01-01,CNY,2600,,,0,false,net 30
`,
    'refunds.csv': 'refund_id,order_id,refunded_at,amount\n',
    'orders.csv': [HEADS.orders, ...orders, ''].join('\n'),
    'shifts.csv': [HEADS.shifts, ...shifts, ''].join('\n'),
  });
}

function date(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`;
}

function daysTo(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}

async function billMonth(
  folder: string,
  output: string,
  period: string,
  options: Partial<RunRequest> = {},
): Promise<RunResult> {
  return bill(folder, output, {
    spanOf: ({ settlementDays }) =>
      spanToPublish(
        DateTime.fromISO('2026-11-20T09:00', { zone: 'Asia/Shanghai' }),
        parsePeriod(period) ?? null,
        localDate('2026-11-20'),
        settlementDays,
      ),
    ...options,
  });
}

function incomplete({ problems }: RunResult): string[] {
  return problems
    .filter(({ code }) => code === 'facts-incomplete')
    .map(({ severity, file }) => `${severity} ${file}`);
}

const BOTH = ['error shifts', 'error orders'];

it.each([
  ['no fact at all', [], BOTH],
  ['facts until the 12th', daysTo(12), BOTH],
  ['facts from the 4th on', daysTo(31).slice(3), BOTH],
  ['facts of every third day', daysTo(31).filter((day) => day % 3 === 1), BOTH],
  ['all facts', daysTo(31), []],
] as const)('refuses, or bills, an October with %s', async (_, october, expected) => {
  const output = temporaryFolder();
  await billMonth(input(30, []), output, '2026-09');
  const folder = input(30, october);
  const result = await billMonth(folder, output, '2026-10');
  expect(incomplete(result)).toEqual(expected);
  expect(result.status).toBe(expected.length === 0 ? 'published' : 'refused');
  const accepted = await billMonth(folder, output, '2026-10', {
    acceptIncomplete: new Set(['orders', 'shifts']),
  });
  expect(incomplete(accepted)).toEqual(expected.map((one) => one.replace('error', 'warning')));
  expect(accepted.status).toBe(expected.length === 0 ? 'unchanged' : 'published');
});

it('refuses one table although the other is accepted', async () => {
  const output = temporaryFolder();
  await billMonth(input(30, []), output, '2026-09');
  const result = await billMonth(input(30, daysTo(12)), output, '2026-10', {
    acceptIncomplete: new Set(['orders']),
  });
  expect(incomplete(result)).toEqual(['error shifts', 'warning orders']);
  expect(result.status).toBe('refused');
});

it('warns in the first month of a ledger, and a preview always does', async () => {
  const first = await billMonth(input(30, []), temporaryFolder(), '2026-10');
  expect(incomplete(first)).toEqual(['warning shifts', 'warning orders']);
  const output = temporaryFolder();
  const folder = input(30, []);
  await billMonth(folder, output, '2026-09');
  const preview = await billMonth(folder, output, '2026-10', { mode: 'preview' });
  expect(incomplete(preview)).toEqual(['warning shifts', 'warning orders']);
});

it('says nothing of a table that cannot be read at all', async () => {
  const output = temporaryFolder();
  await billMonth(input(30, []), output, '2026-09');
  const folder = input(30, daysTo(31));
  writeFileSync(join(folder, 'orders.csv'), 'order\n');
  const result = await billMonth(folder, output, '2026-10');
  expect(incomplete(result)).toEqual([]);
  expect(result.status).toBe('refused');
});
