/** Over any sequence of periods every refund counts exactly once, whatever the settlement days. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReferenceTables } from '../../../src/reference/reference-tables.js';
import { sumAmounts } from '../../../src/money/amount.js';
import type { BaseCommissionContract } from '../../../src/pricing/plans/base-commission.js';
import { openFacts } from '../../../src/facts/roll-up.js';
import { baseCommission, decimal, span } from '../../pricing/builders.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const PERIODS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];

interface Order {
  readonly day: number;
  readonly amount: number;
  /** Days after the order, and per cent of it; at most 100 in sum. */
  readonly refunds: readonly { readonly after: number; readonly percent: number }[];
}

const order: fc.Arbitrary<Order> = fc.record({
  day: fc.integer({ min: 0, max: 58 }),
  amount: fc.integer({ min: 1, max: 900 }).map((yuan) => yuan * 100),
  refunds: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 120 }),
      percent: fc.integer({ min: 0, max: 33 }),
    }),
    { maxLength: 3 },
  ),
});

function dateText(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString();
}

function writeInput(folder: string, orders: readonly Order[]): void {
  const orderRows = orders.map(
    ({ day, amount }, at) => `O${at},M1,S1,${dateText(day)},${(amount / 100).toFixed(2)},CNY,A`,
  );
  const refundRows = orders.flatMap(({ day, amount, refunds }, at) =>
    refunds.map(
      ({ after, percent }, which) =>
        `R${at}-${which},O${at},${dateText(day + after)},${((amount * percent) / 10_000).toFixed(2)}`,
    ),
  );
  const table = (name: string, header: string, rows: readonly string[]): void => {
    writeFileSync(join(folder, `${name}.csv`), `${[header, ...rows].join('\n')}\n`);
  };
  table('orders', 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id', orderRows);
  table('refunds', 'refund_id,order_id,refunded_at,amount', refundRows);
  table('shifts', 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status', []);
}

function tablesOf(contract: BaseCommissionContract, settlementDays: number): ReferenceTables {
  const language = 'zh';
  const blank = { taxId: '', address: '', email: '' };
  const bank = { bankName: '', bankAccount: '', phone: '', invoicePrefix: 'INV' };
  return {
    logo: null,
    provider: { ...blank, ...bank, name: 'P', timeZone: 'UTC', settlementDays, language },
    merchants: [{ ...blank, merchantId: 'M1', name: 'M', legalName: '', language }],
    contracts: [contract],
    eventDays: [],
    scores: [],
    indicatorValues: [],
    calendar: [],
    adjustments: [],
    exchangeRates: [],
    finance: { profiles: [], settings: {}, template: null },
  };
}

/** What all periods together take off, in minor units. */
async function deductedInAll(folder: string, tables: ReferenceTables): Promise<bigint> {
  let deducted = 0n;
  for (const period of PERIODS) {
    const job = { inputFolder: folder, workFolder: folder, tables, span: span(period) };
    await using facts = await openFacts(job);
    expect(facts.problems).toEqual([]);
    const { sales } = (await facts.usageOf(['C1']))('C1');
    for (const { refunds, lateRefunds } of sales) {
      deducted += refunds + sumAmounts(lateRefunds.map(({ amount }) => amount));
    }
  }
  return deducted;
}

it.each(['deduct', 'exclude'] as const)('%s', async (partialRefunds) => {
  const contract = {
    ...baseCommission('0', { scale: 'flat', rate: decimal('0.02') }),
    partialRefunds,
  };
  const cases = fc.tuple(fc.array(order, { maxLength: 12 }), fc.integer({ min: 0, max: 45 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([orders, settlementDays]) => {
      const folder = temporaryFolder();
      writeInput(folder, orders);
      const cents = (amount: number, percent: number): number => (amount * percent) / 100;
      // deduct: every refund; exclude: every order that has any refund above zero, whole.
      const expected = orders.map(({ amount, refunds }) =>
        partialRefunds === 'deduct'
          ? refunds.reduce((total, { percent }) => total + cents(amount, percent), 0)
          : refunds.some(({ percent }) => percent > 0)
            ? amount
            : 0,
      );
      const total = expected.reduce((sum, one) => sum + one, 0);
      expect(await deductedInAll(folder, tablesOf(contract, settlementDays))).toBe(BigInt(total));
    }),
    { numRuns: 6 },
  );
});
