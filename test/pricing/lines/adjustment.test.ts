import { expect, it } from 'vitest';
import { adjustmentLine } from '../../../src/pricing/lines/adjustment.js';
import { currency, span, TERMS } from '../builders.js';

const ADJUSTMENT = {
  record: 1,
  adjustmentId: 'ADJ-1',
  merchantId: 'M1',
  contractId: null,
  currency: currency('CNY'),
  amount: -30_000n,
  reason: 'late start',
  approvedBy: 'Lin',
};

it('is its amount, with its reason, and says who approved it', () => {
  expect(adjustmentLine(TERMS, span('2026-10'), ADJUSTMENT)).toMatchObject({
    kind: 'adjustment',
    subject: { reason: 'late start' },
    amount: -30_000n,
    terms: { unitPrice: { source: { adjustmentId: 'ADJ-1', approvedBy: 'Lin' } } },
  });
});

it('is in whole units where its currency has no smaller ones: 500 JPY', () => {
  const jpy = currency('JPY');
  const yen = { ...ADJUSTMENT, currency: jpy, amount: 500n };
  const line = adjustmentLine({ ...TERMS, currency: jpy }, span('2026-10'), yen);
  expect(line.amount).toBe(500n);
  expect(line.unitPrice.toDecimal()).toBe('500');
});

it('is taxed as the contract is, and of its days', () => {
  const line = adjustmentLine({ ...TERMS, taxIncluded: true }, span('2026-10'), ADJUSTMENT);
  expect(line).toMatchObject({ taxRate: TERMS.taxRate, taxIncluded: true, contractId: 'C1' });
});
