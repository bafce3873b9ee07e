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

it('keeps the third decimal of a currency that has one', () => {
  // 1.234 dinars: 2 角, 3 分, 4 厘.
  expect(amountInChineseWords(1_234n, currency('KWD'))).toBe('KWD壹元贰角叁分肆厘');
});

it('says 万亿 as 万 of 亿', () => {
  // 1,0001,0000,0000 yuan: 10,001 × 亿.
  expect(amountInChineseWords(100_010_000_000_000n, currency('CNY'))).toBe('壹万零壹亿元整');
});
