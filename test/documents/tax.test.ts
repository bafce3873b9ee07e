/** Tax per rate, rounded once, half away from zero. */
import { expect, it } from 'vitest';
import { taxSubtotals } from '../../src/documents/tax.js';
import type { Line } from '../../src/pricing/line.js';
import { currency, decimal } from '../pricing/builders.js';
import { salaryLine } from '../output/pdf/documents.js';

const line = (amount: bigint, rate: string, taxIncluded: boolean): Line => ({
  ...salaryLine('A', amount),
  taxRate: decimal(rate),
  taxIncluded,
});

/** `rate base tax`, in minor units. */
function taxes(lines: readonly Line[], code = 'CNY'): string[] {
  return taxSubtotals({ currency: currency(code), lines }).map(
    ({ rate, base, tax }) => `${rate.toDecimal()} ${base} ${tax}`,
  );
}

it('excluded: of the sum of the lines, not line by line', () => {
  // 3 × 0.08 = 0.24, of which 6 % is 0.0144: 0.01. Each line alone would be 0.0048: nothing.
  expect(
    taxes([line(8n, '0.06', false), line(8n, '0.06', false), line(8n, '0.06', false)]),
  ).toEqual(['0.06 24 1']);
});

it('half a fen is rounded away from zero, on both sides of it', () => {
  // 0.25 × 0.06 = 0.015.
  expect(taxes([line(25n, '0.06', false)])).toEqual(['0.06 25 2']);
  expect(taxes([line(-25n, '0.06', false)])).toEqual(['0.06 -25 -2']);
});

it('included: the base is what is left of the sum without tax, and both come to the sum', () => {
  // 1,060.00 / 1.06 = 1,000.00. 100.00 / 1.06 = 94.3396: 94.34, and 100.00 − 94.34 = 5.66.
  expect(taxes([line(106_000n, '0.06', true)])).toEqual(['0.06 100000 6000']);
  expect(taxes([line(4_000n, '0.06', true), line(6_000n, '0.06', true)])).toEqual([
    '0.06 9434 566',
  ]);
});

it('each rate by itself, the lowest first; a rate of 0 has a base and no tax', () => {
  const lines = [
    line(10_000n, '0.13', false),
    line(20_000n, '0', false),
    line(30_000n, '0.060', false),
    line(40_000n, '0.06', false),
  ];
  // 700.00 × 0.06 = 42.00; 100.00 × 0.13 = 13.00.
  expect(taxes(lines)).toEqual(['0 20000 0', '0.06 70000 4200', '0.13 10000 1300']);
});

it('yen have no fraction: 8 % of 1,006 is 80.48, which is 80', () => {
  expect(taxes([line(1_006n, '0.08', false)], 'JPY')).toEqual(['0.08 1006 80']);
});
