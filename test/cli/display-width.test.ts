import { expect, it } from 'vitest';
import { paddedTo } from '../../src/cli/display-width.js';

it.each([
  ['ab', 'ab   '],
  // two characters of two columns each
  ['账单', '账单 '],
  ['abcdef', 'abcdef'],
])('%s up to 5 columns', (text, expected) => {
  expect(paddedTo(5, text)).toBe(expected);
});
