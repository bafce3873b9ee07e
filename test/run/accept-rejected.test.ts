import { expect, it } from 'vitest';
import { acceptRejected } from '../../src/run/accept-rejected.js';
import { problemOf } from '../support/problem-of.js';

const row = (record: number, merchantId: string | null = null) =>
  problemOf('time-malformed', { record, merchantId });
const severities = (problems: readonly { readonly severity: string }[]): string[] =>
  problems.map(({ severity }) => severity);

it('lets so many broken rows pass, and none of one more', () => {
  expect(severities(acceptRejected([row(1), row(2)], 2))).toEqual(['warning', 'warning']);
  expect(severities(acceptRejected([row(1), row(2), row(3)], 2))).toEqual([
    'error',
    'error',
    'error',
  ]);
  expect(severities(acceptRejected([row(1)], 0))).toEqual(['error']);
});

it('counts rows, not what is wrong with them', () => {
  const problems = [row(1), problemOf('money-malformed', { record: 1 })];
  expect(severities(acceptRejected(problems, 1))).toEqual(['warning', 'warning']);
  // The same record of another file is another row.
  const other = problemOf('time-malformed', { file: 'refunds.csv', record: 1 });
  expect(severities(acceptRejected([row(1), other], 1))).toEqual(['error', 'error']);
});

it('lets no row pass of which the merchant is known, and no file', () => {
  const file = problemOf('column-missing', { column: 'amount' });
  expect(severities(acceptRejected([row(1, 'M1'), file, row(2)], 9))).toEqual([
    'error',
    'error',
    'warning',
  ]);
});
