import { expect, it } from 'vitest';
import { findDocument } from '../../src/ledger/find-document.js';
import { manifestText } from '../../src/ledger/manifest.js';
import { documentToJson } from '../../src/ledger/document-json.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { documentOf, writeTwoMonths } from './written-ledger.js';

const output = temporaryFolder({
  '2026-11/preview/documents.jsonl': `${documentToJson(documentOf('PREVIEW-202611-000001', 'M1', 1n))}\n`,
  '2026-11/preview/manifest.json': manifestText({} as never),
});
writeTwoMonths(output);

it('finds a document that stands, and one that was cancelled and replaced', async () => {
  expect(await findDocument(output, 'YD-202610-000002')).toMatchObject({
    document: { number: 'YD-202610-000002', total: 20_000n },
    batch: '2026-10/batch-001',
    manifest: { batch: 1 },
    cancelledBy: null,
    replacedBy: null,
  });
  expect(await findDocument(output, 'YD-202610-000001')).toMatchObject({
    cancelledBy: 'YD-202610-000003',
    replacedBy: 'YD-202610-000004',
  });
});

it('finds a document of a preview', async () => {
  expect(await findDocument(output, 'PREVIEW-202611-000001')).toMatchObject({
    batch: '2026-11/preview',
    document: { total: 1n },
  });
});

it.each([
  ['17', 'not-a-number', []],
  [
    'YD-202610-000099',
    'not-published',
    ['YD-202610-000001', 'YD-202610-000002', 'YD-202610-000003', 'YD-202610-000004'],
  ],
  ['YD-202608-000001', 'not-published', []],
  ['PREVIEW-202610-000001', 'no-preview', []],
  ['PREVIEW-202611-000002', 'not-in-preview', ['PREVIEW-202611-000001']],
])('says of %s that it is %s, and what there is', async (number, missing, numbers) => {
  expect(await findDocument(output, number)).toMatchObject({
    missing,
    numbers,
    batches: ['2026-09/batch-001', '2026-10/batch-001', '2026-10/batch-002'],
  });
});
