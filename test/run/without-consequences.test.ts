import { expect, it } from 'vitest';
import { asWarning } from '../../src/problem.js';
import { withoutConsequences } from '../../src/run/without-consequences.js';
import { problemOf } from '../support/problem-of.js';

it('leaves out unknown merchants where merchants.csv itself cannot be read', () => {
  const cause = problemOf('column-missing', { file: 'merchants.csv' });
  const consequence = problemOf('merchant-unknown', { merchantId: 'M1' });
  expect(withoutConsequences([cause, consequence])).toEqual([cause]);
  expect(withoutConsequences([consequence])).toEqual([consequence]);
});

it('leaves out facts without a contract of a merchant whose contract is in error, and of nobody else', () => {
  const cause = problemOf('plan-unknown', { file: 'contracts.csv', merchantId: 'M1' });
  const own = problemOf('fact-without-contract', { merchantId: 'M1' });
  const other = problemOf('fact-without-contract', { merchantId: 'M2' });
  expect(withoutConsequences([cause, own, other])).toEqual([cause, other]);
});

it('takes no warning for a cause', () => {
  const hint = asWarning(problemOf('column-unknown', { file: 'merchants.csv' }));
  const unknown = problemOf('merchant-unknown', { merchantId: 'M1' });
  expect(withoutConsequences([hint, unknown])).toEqual([hint, unknown]);
});

it('knows a table in every container: contracts.xlsx, orders.csv.gz', () => {
  const workbook = problemOf('file-unreadable', { file: 'contracts.xlsx' });
  const packed = problemOf('file-unreadable', { file: 'orders.csv.gz' });
  const problems = [
    workbook,
    packed,
    problemOf('contract-unknown', { file: 'kpi-scores.csv' }),
    problemOf('order-unknown', { file: 'refunds.csv' }),
  ];
  expect(withoutConsequences(problems)).toEqual([workbook, packed]);
});

it('leaves out scores without a shift that are found later, where shifts cannot be read', () => {
  const cause = problemOf('column-missing', { file: 'shifts.xlsx' });
  const later = [
    problemOf('score-unused', { file: 'kpi-scores.csv', merchantId: 'M1' }),
    problemOf('score-missing', { file: 'kpi-scores.csv', merchantId: 'M2' }),
  ];
  expect(withoutConsequences(later, [cause])).toEqual(later.slice(1));
  expect(withoutConsequences(later, [])).toEqual(later);
});

it('leaves out days without consultations where the table itself is in error', () => {
  const cause = problemOf('buckets-unfit', { file: 'consultations.csv' });
  const later = [
    problemOf('consultation-day-missing', { file: 'consultations', merchantId: 'M1' }),
  ];
  expect(withoutConsequences(later, [cause])).toEqual([]);
  expect(withoutConsequences(later, [])).toEqual(later);
});
