import { expect, it } from 'vitest';
import { netByPlan } from '../../src/documents/net-by-plan.js';
import { taxSubtotals } from '../../src/documents/tax.js';
import type { Plan } from '../../src/pricing/plans/registry.js';
import type { Line } from '../../src/pricing/line.js';
import { currency, decimal } from '../pricing/builders.js';
import { salaryLine } from '../output/pdf/documents.js';

const CNY = currency('CNY');

function line(plan: Plan, amount: bigint, taxRate: string, taxIncluded: boolean): Line {
  return { ...salaryLine('A', amount), plan, taxRate: decimal(taxRate), taxIncluded };
}

const netOf = (lines: readonly Line[]): bigint =>
  taxSubtotals({ currency: CNY, lines }).reduce((net, { base }) => net + base, 0n);

it('excluded tax: the lines of a plan as they are', () => {
  const lines = [
    line('event_hosting', 20_000n, '0.06', false),
    line('fixed_salary', 520_000n, '0.06', false),
    line('fixed_salary', -6_240n, '0.06', false),
  ];
  // 5,200.00 − 62.40 = 5,137.60, and 200.00.
  expect([...netByPlan({ lines })]).toEqual([
    ['fixed_salary', 513_760n],
    ['event_hosting', 20_000n],
  ]);
});

it('included tax: parts that add up to the net, also where each alone would be rounded otherwise', () => {
  const lines = [
    line('fixed_salary', 1_000n, '0.06', true),
    line('event_hosting', 1_000n, '0.06', true),
  ];
  // 20.00 / 1.06 = 18.868: 18.87. 10.00 / 1.06 = 9.434: 9.43, and 9.44 is left; 9.43 twice would be 18.86.
  expect([...netByPlan({ lines })]).toEqual([
    ['fixed_salary', 943n],
    ['event_hosting', 944n],
  ]);
  expect(netOf(lines)).toBe(1_887n);
});

it('a reversal takes back exactly what was billed, at several rates', () => {
  const lines = [
    line('fixed_salary', 1_000n, '0.06', true),
    line('event_hosting', 1_001n, '0.13', true),
    line('temporary_custody', 777n, '0.06', true),
  ];
  const reversed = lines.map((one) => ({ ...one, amount: -one.amount }));
  const billed = netByPlan({ lines });
  expect([...netByPlan({ lines: reversed })]).toEqual(
    [...billed].map(([plan, net]) => [plan, -net]),
  );
  expect([...billed.values()].reduce((sum, net) => sum + net, 0n)).toBe(netOf(lines));
});
