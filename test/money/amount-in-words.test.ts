import { expect, it } from 'vitest';
import { amountInChineseWords } from '../../src/money/amount-in-words.js';
import { currency } from '../pricing/builders.js';

it.each([
  [140_950n, '壹仟肆佰零玖元伍角整'],
  [600_714n, '陆仟零柒元壹角肆分'],
  [6n, '陆分'],
  [0n, '零元整'],
  [100_000_000_00n, '壹亿元整'],
  [1_000_000_01n, '壹佰万元零壹分'],
  [10_002_000_00n, '壹仟万零贰仟元整'],
  [-6240n, '负陆拾贰元肆角整'],
])('%s fen is %s', (amount, words) => {
  expect(amountInChineseWords(amount, currency('CNY'))).toBe(words);
});
