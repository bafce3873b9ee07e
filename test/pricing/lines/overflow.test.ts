import { expect, it } from 'vitest';
import { overflowLine } from '../../../src/pricing/lines/overflow.js';
import { consultations, decimal, span, TERMS } from '../builders.js';

function overflow(...counts: number[]): bigint {
  const days = consultations('2026-10-18', counts);
  return overflowLine(TERMS, span('2026-10'), days, decimal('150'), decimal('1.20')).amount;
}

it('a day of 181 where the last tier ends at 150: 31 × 1.20 = 37.20', () => {
  expect(overflow(181)).toBe(3_720n);
});

it('is one line for the month: (31 + 10) × 1.20 = 49.20', () => {
  expect(overflow(181, 160)).toBe(4_920n);
});
