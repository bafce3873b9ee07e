import { expect, it } from 'vitest';
import { issuedDocument } from '../../src/ledger/issued-document.js';
import { wrongCancellations } from '../../src/ledger/wrong-cancellations.js';
import { documentOf, reversalOf } from './written-ledger.js';

const original = documentOf('I-1', 'M1', 10_000n);
const found = (...documents: ReturnType<typeof documentOf>[]): readonly string[] =>
  wrongCancellations('2026-10', documents.map(issuedDocument)).map(({ code }) => code);

it('takes a reversal in full, and documents that cancel nothing', () => {
  expect(found(original, reversalOf(original, 'I-2'))).toEqual([]);
  expect(found(original, documentOf('I-2', 'M2', 5_000n))).toEqual([]);
});

it.each([
  ['of a document that was never issued', [reversalOf(original, 'I-2')]],
  ['that comes twice', [original, reversalOf(original, 'I-2'), reversalOf(original, 'I-3')]],
  // −99.99 of 100.00
  ['short of a fen', [original, documentOf('I-2', 'M1', -9_999n, { cancels: 'I-1' })]],
  [
    'of the same total by other lines',
    [original, { ...reversalOf(original, 'I-2'), lines: [], total: -10_000n }],
  ],
])('finds a reversal %s', (_, documents) => {
  expect(found(...documents)).toEqual(['ledger-broken']);
});
