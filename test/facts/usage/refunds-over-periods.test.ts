/** Over any sequence of periods every refund counts exactly once, whatever the settlement days. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReferenceTables } from '../../../src/reference/reference-tables.js';
import { sumAmounts } from '../../../src/money/amount.js';
import type { BaseCommissionContract } from '../../../src/pricing/plans/base-commission.js';
import { openFacts } from '../../../src/facts/facts.js';
import { baseCommission, decimal, span } from '../../pricing/builders.js';
import { besideFewRows } from '../../support/of-few-rows.js';
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

/** A merchant of one contract, C1 of M1 for the first; merchants of one provider share its settlement days. */
interface Case {
  readonly partialRefunds: BaseCommissionContract['partialRefunds'];
  readonly orders: readonly Order[];
}

const oneCase: fc.Arbitrary<Case> = fc.record({
  partialRefunds: fc.constantFrom('deduct', 'exclude'),
  orders: fc.array(order, { maxLength: 12 }),
});

function writeInput(folder: string, cases: readonly Case[]): void {
  const orders = cases.flatMap((one, merchant) =>
    one.orders.map((of, at) => ({ ...of, id: `O${merchant + 1}-${at}`, merchant: merchant + 1 })),
  );
  const orderRows = orders.map(
    ({ id, merchant, day, amount }) =>
      `${id},M${merchant},S1,${dateText(day)},${(amount / 100).toFixed(2)},CNY,A`,
  );
  const refundRows = orders.flatMap(({ id, day, amount, refunds }) =>
    refunds.map(
      ({ after, percent }, which) =>
        `R${id}-${which},${id},${dateText(day + after)},${((amount * percent) / 10_000).toFixed(2)}`,
    ),
  );
  const table = (name: string, header: string, rows: readonly string[]): void => {
    writeFileSync(join(folder, `${name}.csv`), `${[header, ...rows].join('\n')}\n`);
  };
  table('orders', 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id', orderRows);
  table('refunds', 'refund_id,order_id,refunded_at,amount', refundRows);
  table('shifts', 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status', []);
}

function tablesOf(cases: readonly Case[], settlementDays: number): ReferenceTables {
  const language = 'zh';
  const blank = { taxId: '', address: '', email: '' };
  const bank = { bankName: '', bankAccount: '', phone: '', invoicePrefix: 'INV' };
  const merchantIds = cases.map((_, at) => `M${at + 1}`);
  return {
    logo: null,
    provider: { ...blank, ...bank, name: 'P', timeZone: 'UTC', settlementDays, language },
    merchants: merchantIds.map((merchantId) => ({
      ...blank,
      merchantId,
      name: 'M',
      legalName: '',
      language,
    })),
    contracts: cases.map(({ partialRefunds }, at) => ({
      ...baseCommission('0', { scale: 'flat', rate: decimal('0.02') }),
      contractId: `C${at + 1}`,
      merchantId: `M${at + 1}`,
      partialRefunds,
    })),
    eventDays: [],
    scores: [],
    indicatorValues: [],
    calendar: [],
    adjustments: [],
    exchangeRates: [],
    finance: { profiles: [], settings: {}, template: null },
    receipts: null,
  };
}

/** What all periods together take off each contract's sales, in minor units. */
async function deductedInAll(folder: string, tables: ReferenceTables): Promise<bigint[]> {
  const ids = tables.contracts.map(({ contractId }) => contractId);
  let deducted = ids.map(() => 0n);
  for (const period of PERIODS) {
    const job = { inputFolder: folder, workFolder: folder, tables, span: span(period) };
    await using facts = await openFacts(job);
    expect(besideFewRows(facts.problems)).toEqual([]);
    const usageOf = await facts.usageOf(ids);
    deducted = deducted.map((before, at) =>
      usageOf(ids[at] ?? '').sales.reduce(
        (sum, { refunds, lateRefunds }) =>
          sum + refunds + sumAmounts(lateRefunds.map(({ amount }) => amount)),
        before,
      ),
    );
  }
  return deducted;
}

/** `deduct`: every refund; `exclude`: every order that has any refund above zero, whole. */
function expectedOf({ partialRefunds, orders }: Case): bigint {
  const taken = orders.map(({ amount, refunds }) => {
    const percent = refunds.reduce((sum, refund) => sum + refund.percent, 0);
    if (partialRefunds === 'deduct') return (amount * percent) / 100;
    return percent > 0 ? amount : 0;
  });
  return BigInt(taken.reduce((sum, one) => sum + one, 0));
}

it('is taken off once, by either way of counting orders with a refund', async () => {
  const months = fc.tuple(
    fc.array(oneCase, { minLength: 6, maxLength: 9 }),
    fc.integer({ min: 0, max: 45 }),
  );
  await fc.assert(
    fc.asyncProperty(months, async ([cases, settlementDays]) => {
      const folder = temporaryFolder();
      writeInput(folder, cases);
      const deducted = await deductedInAll(folder, tablesOf(cases, settlementDays));
      expect(deducted).toEqual(cases.map(expectedOf));
    }),
    { numRuns: 4 },
  );
});
