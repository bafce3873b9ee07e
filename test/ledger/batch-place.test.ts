import { expect, it } from 'vitest';
import {
  batchFolder,
  batchPlace,
  batchSequences,
  isPeriodFolder,
  previewPlace,
  sequenceOfBatch,
} from '../../src/ledger/batch-place.js';

it.each([
  [1, 'batch-001'],
  [42, 'batch-042'],
  [999, 'batch-999'],
  [1000, 'batch-1000'],
])('%i is %s, and back', (sequence, name) => {
  expect(batchFolder(sequence)).toBe(name);
  expect(sequenceOfBatch(name)).toBe(sequence);
});

it.each(['batch-1', 'batch-01', 'batch-', 'batch-00a', 'batch-001.old', 'my-batch-001', 'preview'])(
  '%s is no batch',
  (name) => {
    expect(sequenceOfBatch(name)).toBeNull();
  },
);

it('puts the thousandth batch last, though its name sorts first', () => {
  const names = ['batch-1000', 'preview', 'batch-999', 'batch-001', '.staging-x', 'batch-1'];
  expect(batchSequences(names)).toEqual([1, 999, 1000]);
});

it('is a place inside the output folder', () => {
  expect(batchPlace('2026-10', 2)).toBe('2026-10/batch-002');
  expect(previewPlace('2026-10')).toBe('2026-10/preview');
});

it('knows the folders of periods', () => {
  const names = ['2026-10', '2026-1', '2026-10-01', 'comparison', '.2026-10'];
  expect(names.filter(isPeriodFolder)).toEqual(['2026-10']);
});
