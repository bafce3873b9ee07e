import { expect, it } from 'vitest';
import { typeOfTotal } from '../../src/documents/document.js';

it.each([
  [1n, 'invoice'],
  [0n, 'invoice'],
  [-1n, 'credit_note'],
])('a total of %i is that of an %s', (total, type) => {
  expect(typeOfTotal(total)).toBe(type);
});
