import { expect, it } from 'vitest';
import { issuedDocument } from '../../src/ledger/issued-document.js';
import type { LedgerEntry } from '../../src/ledger/ledger-entry.js';
import { compareWithIssued } from '../../src/run/compare-with-issued.js';
import { currency } from '../pricing/builders.js';
import { documentOf } from '../ledger/written-ledger.js';

const PLACE = { batch: '2026-10/batch-001', offset: 0, bytes: 0 };
const entry = (document: ReturnType<typeof documentOf>): LedgerEntry => ({
  ...issuedDocument(document),
  place: PLACE,
});
const first = documentOf('I-1', 'M1', 10_000n);

/** `cancelled → total of what is issued`, for each change. */
function changes(
  standing: readonly ReturnType<typeof documentOf>[],
  drafts: readonly ReturnType<typeof documentOf>[],
  reissued: readonly string[] = [],
): string[] {
  const members = [
    { merchantId: 'M1', merchant: first.merchant, standing: standing.map(entry), drafts },
  ];
  return compareWithIssued({ members }, new Set(reissued)).map(
    ({ cancelled, draft }) => `${cancelled?.number ?? '–'} → ${String(draft?.total ?? '–')}`,
  );
}

it.each([
  ['the same money', [first], [first], [], []],
  ['a fen more', [first], [documentOf('', 'M1', 10_001n)], [], ['I-1 → 10001']],
  ['nothing any more', [first], [], [], ['I-1 → –']],
  ['a first document', [], [first], [], ['– → 10000']],
  ['the same money, asked for anew', [first], [first], ['M1'], ['I-1 → 10000']],
  ['the same money, while another is asked for', [first], [first], ['M2'], []],
])('%s', (_, standing, drafts, reissued, expected) => {
  expect(changes(standing, drafts, reissued)).toEqual(expected);
});

it('compares each currency with its own', () => {
  const dollars = documentOf('I-2', 'M1', 500n, { currency: currency('USD') });
  expect(changes([first, dollars], [first])).toEqual(['I-2 → –']);
  expect(changes([first], [first, dollars])).toEqual(['– → 500']);
});
