import { expect, it } from 'vitest';
import { asWarning } from '../../src/problem.js';
import { groupProblems } from '../../src/run/group-problems.js';
import { problemOf } from '../support/problem-of.js';

it('puts errors first, then what is most frequent, with three examples of each', () => {
  const rows = [1, 2, 3, 4].map((record) => problemOf('row-repeated', { record }));
  const error = problemOf('tax-mixed');
  const softened = asWarning(problemOf('tax-mixed'));
  const shown = groupProblems([...rows, softened, error]).map(
    ({ severity, code, count, examples }) => [severity, code, count, examples.length],
  );
  expect(shown).toEqual([
    ['error', 'tax-mixed', 1, 1],
    ['warning', 'row-repeated', 4, 3],
    ['warning', 'tax-mixed', 1, 1],
  ]);
});
