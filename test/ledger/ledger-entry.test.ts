import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBatch } from '../../src/ledger/batch.js';
import { documentsOf, readDocuments, readEntries } from '../../src/ledger/ledger-entry.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { documentOf, writeBatch } from './written-ledger.js';

const DOCUMENTS = [
  documentOf('YD-202610-000001', 'M1', 10_000n),
  documentOf('YD-202610-000002', '商家-2', 20_000n),
  documentOf('YD-202610-000003', 'M3', 30_000n),
];

it('finds each document again by its place', async () => {
  const output = temporaryFolder();
  writeBatch(output, '2026-10', 1, DOCUMENTS);
  const entries = await readEntries(output, await readBatch(output, '2026-10', 1));
  expect(entries.map(({ number, total }) => [number, total])).toEqual([
    ['YD-202610-000001', 10_000n],
    ['YD-202610-000002', 20_000n],
    ['YD-202610-000003', 30_000n],
  ]);
  const [, second, third] = entries;
  const read = await readDocuments(
    output,
    [third, second].flatMap((entry) => entry ?? []),
  );
  expect([...read.values()]).toEqual([DOCUMENTS[2], DOCUMENTS[1]]);
});

it('gives the documents of a batch one after the other', async () => {
  const output = temporaryFolder();
  writeBatch(output, '2026-10', 1, DOCUMENTS);
  const read = [];
  for await (const document of documentsOf(output, '2026-10/batch-001')) read.push(document);
  expect(read).toEqual(DOCUMENTS);
});

it('does not read documents that the manifest does not vouch for', async () => {
  const output = temporaryFolder();
  writeBatch(output, '2026-10', 1, DOCUMENTS.slice(0, 2));
  const other = temporaryFolder();
  writeBatch(other, '2026-10', 1, DOCUMENTS);
  const batch = await readBatch(output, '2026-10', 1);
  await expect(readEntries(other, batch)).rejects.toThrow('not-vouched-for');
  appendFileSync(join(output, '2026-10/batch-001/documents.jsonl'), '{');
  await expect(readEntries(output, batch)).rejects.toThrow('cut-off');
});
