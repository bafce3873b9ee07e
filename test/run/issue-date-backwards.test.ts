import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { issuedDocument } from '../../src/ledger/issued-document.js';
import { issueDateBackwards } from '../../src/run/issue-date-backwards.js';
import { documentOf } from '../ledger/written-ledger.js';

const issued = ['2026-11-05', '2026-11-20'].map((date, at) =>
  issuedDocument(documentOf(`I-${at + 1}`, 'M1', 100n, { issueDate: localDate(date) })),
);

it.each([
  ['2026-11-04', true],
  ['2026-11-05', true],
  ['2026-11-19', true],
  ['2026-11-20', false],
  ['2026-11-21', false],
])('warns of %s after 2026-11-20: %s', (date, warns) => {
  const problems = issueDateBackwards(issued, localDate(date));
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual(
    warns ? [['issue-date-backwards', 'warning']] : [],
  );
});

it('has nothing to say of a first batch', () => {
  expect(issueDateBackwards([], localDate('2026-11-01'))).toEqual([]);
});
