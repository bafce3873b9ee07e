import { expect, it } from 'vitest';
import { issuedDocument, type IssuedDocument } from '../../src/ledger/issued-document.js';
import { unconfirmedRevisions } from '../../src/run/unconfirmed-revisions.js';
import { documentOf, reversalOf } from '../ledger/written-ledger.js';

/** So many standing documents of 100.00 each. */
function standing(count: number): IssuedDocument[] {
  return Array.from({ length: count }, (_, at) =>
    issuedDocument(documentOf(`I-${at}`, `M${at}`, 10_000n)),
  );
}

/** The first of them revised to these amounts in fen. */
function revised(amounts: readonly bigint[]): IssuedDocument[] {
  return amounts.flatMap((amount, at) => {
    const old = documentOf(`I-${at}`, `M${at}`, 10_000n);
    const renewed = documentOf(`N-${at}`, `M${at}`, amount, { replaces: old.number });
    return [reversalOf(old, `R-${at}`), renewed].map(issuedDocument);
  });
}

it.each([
  // 2 of 9 are more than a fifth, and fewer than 3; 3 of 15 are a fifth, 3 of 14 more.
  [[10_001, 10_001], 9, []],
  [[10_001, 10_001, 10_001], 15, []],
  [[10_001, 10_001, 10_001], 14, ['documents']],
  // Of 1,000.00 a tenth is 100.00.
  [[20_000], 10, []],
  [[20_001], 10, ['total']],
  // What goes up and what goes down come to nothing.
  [[20_001, 1], 10, []],
  // Of two documents every revision changes much.
  [[90_000], 2, []],
  [[90_000], 3, ['total']],
])('%j of %i documents: %j', (amounts, count, expected) => {
  const problems = unconfirmedRevisions(revised(amounts.map(BigInt)), standing(count), 0);
  expect(problems.map(({ values }) => 'case' in values && values.case)).toEqual(expected);
});

it('lets pass as many as are confirmed', () => {
  const documents = revised([10_001n, 10_001n, 10_001n]);
  expect(unconfirmedRevisions(documents, standing(3), 2)).toMatchObject([
    { code: 'revisions-unconfirmed', values: { case: 'documents', count: 3, of: 3 } },
  ]);
  expect(unconfirmedRevisions(documents, standing(3), 3)).toEqual([]);
});

it('says what the total becomes', () => {
  expect(unconfirmedRevisions(revised([50_000n]), standing(4), 0)).toMatchObject([
    { values: { count: 1, currency: 'CNY', before: '400.00', after: '800.00' } },
  ]);
});

it('takes neither new documents nor the same money for a revision', () => {
  const same = revised([10_000n, 10_000n, 10_000n]);
  const added = issuedDocument(documentOf('I-9', 'M9', 99_900_000n));
  expect(unconfirmedRevisions([...same, added], standing(3), 0)).toEqual([]);
});
