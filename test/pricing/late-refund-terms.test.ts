import { expect, it } from 'vitest';
import { contractOfLateRefunds, lateRefundTerms } from '../../src/pricing/late-refund-terms.js';
import type { BaseCommissionContract } from '../../src/pricing/plans/base-commission.js';
import { localDate } from '../../src/period/local-date.js';
import { baseCommission, decimal, fixedSalary, tiers } from './builders.js';

const FLAT = { scale: 'flat', rate: decimal('0.0225') } as const;
const COMMISSIONS: readonly BaseCommissionContract['commission'][] = [
  FLAT,
  { scale: 'net_sales', mode: 'graduated', tiers: tiers(['100000', '0.01'], [null, '0.02']) },
  { scale: 'average_order_value', tiers: tiers(['99.5', '0.03'], [null, '0.015']) },
];

it.each(COMMISSIONS)('what takes a commission back is kept exactly: $scale', (commission) => {
  const contract: BaseCommissionContract = {
    ...baseCommission('1500', commission),
    endsOn: localDate('2026-09-30'),
    discountRate: decimal('0.05'),
    taxIncluded: true,
    paymentTerms: { kind: 'day', dayOfMonth: 31 },
    partialRefunds: 'exclude',
  };
  const kept = contractOfLateRefunds(lateRefundTerms(contract) ?? '');
  const { contractId, merchantId, currency, startsOn, endsOn, discountRate } = contract;
  const { taxRate, taxIncluded, paymentTerms, partialRefunds } = contract;
  expect(kept).toMatchObject({
    ...{ plan: 'base_commission', contractId, merchantId, currency, startsOn, endsOn },
    ...{ discountRate, taxRate, taxIncluded, paymentTerms, partialRefunds, commission },
  });
});

it('work, caps and least fees are not: an ended contract has none', () => {
  const contract = { ...baseCommission('1500', FLAT), minimumFee: decimal('900') };
  const kept = contractOfLateRefunds(lateRefundTerms(contract) ?? '');
  expect([kept.rate, kept.minimumFee, kept.appraisal]).toEqual([null, null, null]);
});

it('a contract that bills no orders has nothing to take back', () => {
  expect(lateRefundTerms(fixedSalary('5200', '0.15'))).toBeNull();
});
