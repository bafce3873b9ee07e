import { expect, it } from 'vitest';
import { decimalMistake } from '../../src/words/decimal-mistake.js';

it.each([
  ['１２３４．５０', 'full-width'],
  ['¥1234.50', 'currency'],
  ['1234.50元', 'currency'],
  ['CNY 1234.50', 'currency'],
  ['2%', 'percent'],
  ['1,234.50', 'thousands'],
  ["1'234", 'thousands'],
  ['1 234 567', 'thousands'],
  ['1234,50', 'comma'],
  ['1.2E+05', 'exponent'],
  ['(1234.50)', 'brackets'],
  ['12,34,5', 'other'],
  ['about 5', 'other'],
] as const)('%s: %s', (cell, expected) => {
  expect(decimalMistake(cell)).toBe(expected);
});
