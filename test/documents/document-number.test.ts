import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentNumber, parseDocumentNumber } from '../../src/documents/document-number.js';

it.each([
  ['INV', '2026-10', 1, 'INV-202610-000001'],
  ['PREVIEW', '2026-02', 17, 'PREVIEW-202602-000017'],
  ['INV', '2026-10', 999_999, 'INV-202610-999999'],
  // The millionth document has a digit more, and none is cut off.
  ['INV', '2026-10', 1_000_000, 'INV-202610-1000000'],
  ['INV', '2026-10', 12_345_678, 'INV-202610-12345678'],
  // A prefix may look like a number itself.
  ['A-202601-000001', '2026-10', 2, 'A-202601-000001-202610-000002'],
])('%s, %s and %i are %s, and back', (prefix, period, sequence, number) => {
  expect(documentNumber({ prefix, period, sequence })).toBe(number);
  expect(parseDocumentNumber(number)).toEqual({ prefix, period, sequence });
});

it.each([
  '17',
  'INV-202613-000001',
  'INV-202600-000001',
  '-202610-000001',
  'INV-202610-',
  'INV-202610-00000x',
])('%s is no number', (text) => {
  expect(parseDocumentNumber(text)).toBeNull();
});

it('reads a number that a person has typed without its zeros', () => {
  expect(parseDocumentNumber('INV-202610-17')).toEqual({
    prefix: 'INV',
    period: '2026-10',
    sequence: 17,
  });
});

it('numbers of one period sort by sequence up to the millionth', () => {
  const sequence = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(sequence, sequence, (one, other) => {
      const [left = '', right = ''] = [one, other].map((of) =>
        documentNumber({ prefix: 'INV', period: '2026-10', sequence: of }),
      );
      expect(left < right).toBe(one < other);
    }),
  );
});
