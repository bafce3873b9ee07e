import { expect, it } from 'vitest';
import { withoutLines } from '../../src/ledger/issued-document.js';
import { figuresOf, sumOf } from '../../src/run/report-sums.js';
import { documentOf, reversalOf } from '../ledger/written-ledger.js';

const one = documentOf('I-1', 'M1', 10_000n);
const other = documentOf('I-2', 'M2', 5_000n);

it('adds up documents, reversals with their sign', () => {
  const documents = [one, other, reversalOf(one, 'I-3')].map(withoutLines);
  // 100.00 + 50.00 − 100.00 = 50.00
  expect(sumOf(documents)).toEqual({ documents: 3, net: 5_000n, tax: 0n, total: 5_000n });
  expect(sumOf([])).toEqual({ documents: 0, net: 0n, tax: 0n, total: 0n });
});

it('adds up by plan', () => {
  const { netByPlan } = figuresOf([one, other].map(withoutLines));
  expect([...netByPlan]).toEqual([['fixed_salary', 15_000n]]);
});
