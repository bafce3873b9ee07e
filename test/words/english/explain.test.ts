import { expect, it } from 'vitest';
import { EXPLAIN } from '../../../src/words/english/explain.js';

const NOTHING = { period: '2026-10', numbers: [], batches: [], problems: [] };
const numbers = ['INV-202610-000001', 'INV-202610-000017'];

it('names the numbers that there are, and the nearest of them', () => {
  const text = EXPLAIN.notFound('out', 'INV-202610-000018', {
    ...NOTHING,
    missing: 'not-published',
    numbers,
  });
  expect(text).toBe(
    'no document INV-202610-000018 was published; there are INV-202610-000001 to INV-202610-000017, did you mean INV-202610-000017?',
  );
});

it('names the nearest number although the folder of the output looks like one', () => {
  const text = EXPLAIN.notFound('INV-202610-000999', 'PREVIEW-202610-000002', {
    ...NOTHING,
    missing: 'not-in-preview',
    numbers: ['PREVIEW-202610-000001'],
  });
  expect(text).toContain('did you mean PREVIEW-202610-000001?');
});

it('names the batches where there is no number to name', () => {
  const batches = ['2026-10/batch-001', '2026-10/batch-002'];
  expect(EXPLAIN.notFound('out', '17', { ...NOTHING, missing: 'not-a-number', batches })).toBe(
    '17 is no number of a document; out has 2026-10/batch-001, 2026-10/batch-002; a number looks like INV-202610-000001',
  );
  expect(
    EXPLAIN.notFound('out', 'PREVIEW-202610-000001', { ...NOTHING, missing: 'no-preview' }),
  ).toBe('out has no preview of 2026-10; out has no published batch');
});
