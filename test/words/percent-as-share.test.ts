import { expect, it } from 'vitest';
import { percentAsShare } from '../../src/words/percent-as-share.js';

it.each([
  // 6 / 100, 12.5 / 100
  ['6%', '0.06'],
  ['12.5 %', '0.125'],
  ['six%', '0.06'],
])('%s is %s', (cell, share) => {
  expect(percentAsShare(cell)).toBe(share);
});
