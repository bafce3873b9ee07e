import { expect, it } from 'vitest';
import { documentNumber } from '../../src/documents/document-number.js';
import { wrongNumbers } from '../../src/ledger/wrong-numbers.js';

const numbered = (...numbers: string[]) => numbers.map((number) => ({ number }));

it('takes numbers without a gap, whatever their prefix', () => {
  const documents = numbered('INV-202610-000001', 'INV-202610-000002', 'NEW-202610-000003');
  expect(wrongNumbers('2026-10', documents)).toEqual([]);
  expect(wrongNumbers('2026-10', [])).toEqual([]);
});

it.each([
  ['a gap', ['INV-202610-000001', 'INV-202610-000003']],
  ['a number twice', ['INV-202610-000001', 'INV-202610-000001']],
  ['a beginning at 2', ['INV-202610-000002']],
  ['a number of another month', ['INV-202609-000001']],
  ['a number without its zeros', ['INV-202610-1']],
  ['no number', ['INV-1']],
])('finds %s', (_, numbers) => {
  const found = wrongNumbers('2026-10', numbered(...numbers));
  expect(found).toMatchObject([{ code: 'ledger-broken', file: '2026-10' }]);
});

it('counts on past the millionth document', () => {
  const documents = Array.from({ length: 1_000_001 }, (_, at) => ({
    number: documentNumber({ prefix: 'INV', period: '2026-10', sequence: at + 1 }),
  }));
  expect(documents.at(-1)?.number).toBe('INV-202610-1000001');
  expect(wrongNumbers('2026-10', documents)).toEqual([]);
});
