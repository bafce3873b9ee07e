import { expect, it } from 'vitest';
import { withoutLines } from '../../src/ledger/issued-document.js';
import { blockedInReport } from '../../src/run/blocked-in-report.js';
import { documentOf } from '../ledger/written-ledger.js';
import { problemOf } from '../support/problem-of.js';

it('names blocked merchants in order, with three errors each and what of theirs stands', () => {
  const errorsOf = (merchantId: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      problemOf('time-malformed', { merchantId, record: at + 1 }),
    );
  const problems = [
    ...errorsOf('M2', 4),
    ...errorsOf('M1', 1),
    problemOf('row-repeated', { merchantId: 'M3' }),
    problemOf('column-missing'),
  ];
  const standing = documentOf('I-7', 'M2', 100n);
  const shown = blockedInReport(problems, [standing.merchant], [withoutLines(standing)]);
  expect(shown.map((one) => ({ ...one, errors: one.errors.map(({ record }) => record) }))).toEqual([
    { merchantId: 'M1', merchantName: '', standing: [], errors: [1], errorCount: 1 },
    {
      merchantId: 'M2',
      merchantName: '商家 M2',
      standing: ['I-7'],
      errors: [1, 2, 3],
      errorCount: 4,
    },
  ]);
});
