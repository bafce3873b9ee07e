import { expect, it } from 'vitest';
import { readMonth, readPreview } from '../../src/ledger/read-month.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { documentToJson } from '../../src/ledger/document-json.js';
import { documentOf, writeTwoMonths } from './written-ledger.js';

it('has what stands of a month after its last batch', async () => {
  const output = temporaryFolder();
  writeTwoMonths(output);
  const read = await readMonth(output, '2026-10');
  if (read.state !== 'compared') throw new Error(read.state);
  const totals = [...read.standing].map(([number, { total }]) => [number, total]);
  expect(totals).toEqual([
    ['YD-202610-000002', 20_000n],
    ['YD-202610-000004', 11_000n],
  ]);
  expect(read.issueDate).toBe('2026-11-20');
});

it('is absent where nothing is published, and unreadable where it is broken', async () => {
  const output = temporaryFolder({ '2026-09/batch-001/documents.jsonl': '{"number":' });
  expect(await readMonth(output, '2026-08')).toEqual({ state: 'absent' });
  expect(await readMonth(output, '2026-09')).toEqual({ state: 'unreadable' });
  expect(await readPreview(output, '2026-09')).toEqual({ state: 'absent' });
});

it('reads a preview by its own name', async () => {
  const preview = documentOf('PREVIEW-202611-000001', 'M1', 5_000n);
  const output = temporaryFolder({
    '2026-11/preview/documents.jsonl': `${documentToJson(preview)}\n`,
  });
  const read = await readPreview(output, '2026-11');
  expect(read).toMatchObject({ state: 'compared', issueDate: '2026-11-20' });
  expect(await readMonth(output, '2026-11')).toEqual({ state: 'absent' });
});
