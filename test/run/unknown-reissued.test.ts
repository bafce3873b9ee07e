import { expect, it } from 'vitest';
import { issuedDocument } from '../../src/ledger/issued-document.js';
import { unknownReissued } from '../../src/run/unknown-reissued.js';
import { documentOf } from '../ledger/written-ledger.js';

const known = documentOf('I-1', 'M1', 1n);
const { merchant } = known;
const gone = issuedDocument(documentOf('I-2', 'M2', 1n));

it('knows merchants of the table, and those who have a document alone', () => {
  expect(unknownReissued(new Set(), [], [])).toEqual([]);
  expect(unknownReissued(new Set(['M1', 'M2']), [merchant], [gone])).toEqual([]);
});

it('names each that is neither', () => {
  const problems = unknownReissued(new Set(['M1', 'm1', '2026-10']), [merchant], [gone]);
  expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'merchant-unknown --reissue',
    'merchant-unknown --reissue',
  ]);
});
