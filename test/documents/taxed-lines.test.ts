import { expect, it } from 'vitest';
import { taxSubtotals } from '../../src/documents/tax.js';
import { taxedLines } from '../../src/documents/taxed-lines.js';
import type { Line } from '../../src/pricing/line.js';
import { currency, decimal } from '../pricing/builders.js';
import { salaryLine } from '../output/pdf/documents.js';

const CNY = currency('CNY');

const line = (amount: bigint, rate: string, taxIncluded: boolean): Line => ({
  ...salaryLine('A1', amount),
  taxRate: decimal(rate),
  taxIncluded,
});
const netAndTax = (lines: readonly Line[]): (readonly bigint[])[] =>
  taxedLines({ lines, taxes: taxSubtotals({ currency: CNY, lines }) }).map(({ net, tax }) => [
    net,
    tax,
  ]);

it('without tax: 6 % of 300.25 is 18.02 (18.015), of which 6.01, 6.00 and 6.01', () => {
  const lines = [10008n, 10008n, 10009n].map((amount) => line(amount, '0.06', false));
  expect(netAndTax(lines)).toEqual([
    [10008n, 601n],
    [10008n, 600n],
    [10009n, 601n],
  ]);
});

it('with tax: 150.00 is 141.51 and 8.49, of which 5.66 (5.66038) and 2.83 (2.83019)', () => {
  expect(netAndTax([line(10000n, '0.06', true), line(5000n, '0.06', true)])).toEqual([
    [9434n, 566n],
    [4717n, 283n],
  ]);
});

it('each rate by itself: 6 % of 10.00, none of 20.00', () => {
  expect(netAndTax([line(2000n, '0', false), line(1000n, '0.06', false)])).toEqual([
    [2000n, 0n],
    [1000n, 60n],
  ]);
});
