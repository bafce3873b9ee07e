import { expect, it } from 'vitest';
import { figure } from '../../../src/pricing/figures.js';
import { consultationsLines } from '../../../src/pricing/lines/consultations.js';
import type { Tiers } from '../../../src/pricing/contract.js';
import { span, TERMS, tiers } from '../builders.js';

/** `quantity × price = amount` of each line. */
function billed(of: Tiers, mode: 'volume' | 'graduated', beyond: bigint): string[] {
  const scale = 'monthly_consultations';
  const ladder = { scale, tiers: of, currency: TERMS.currency } as const;
  const term = figure('consultations', beyond, { table: 'consultations', dates: ['2026-10'] });
  return consultationsLines(TERMS, span('2026-10'), ladder, mode, term).map(
    ({ quantity, unitPrice, amount }) =>
      `${quantity.toDecimal()} × ${unitPrice.toDecimal()} = ${amount}`,
  );
}

const STEPS = tiers(['2000', '0.80'], ['3000', '0.70'], [null, '0.60']);

it('by volume all are at the price of the tier that is reached', () => {
  expect(billed(tiers([null, '2']), 'volume', 320n)).toEqual(['320 × 2 = 64000']);
  // 3,500 reaches the last tier: 3,500 × 0.60 = 2,100.00
  expect(billed(STEPS, 'volume', 3500n)).toEqual(['3500 × 0.6 = 210000']);
  // 2,000 is still in the first: 1,600.00
  expect(billed(STEPS, 'volume', 2000n)).toEqual(['2000 × 0.8 = 160000']);
});

it('graduated, each slice at its own price, a line for each that is reached', () => {
  // 2,000 × 0.80 = 1,600.00; 1,000 × 0.70 = 700.00; 500 × 0.60 = 300.00
  expect(billed(STEPS, 'graduated', 3500n)).toEqual([
    '2000 × 0.8 = 160000',
    '1000 × 0.7 = 70000',
    '500 × 0.6 = 30000',
  ]);
  expect(billed(STEPS, 'graduated', 2000n)).toEqual(['2000 × 0.8 = 160000']);
  expect(billed(STEPS, 'graduated', 2001n)).toEqual(['2000 × 0.8 = 160000', '1 × 0.7 = 70']);
});
