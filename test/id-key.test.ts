import { expect, it } from 'vitest';
import { idKey } from '../src/id-key.js';

it.each([
  ['zeros in front', '007', '7'],
  ['zeros in front of a number inside', 'M001', 'M1'],
  ['capitals', 'agent_A', 'AGENT_a'],
  ['what cannot be seen', 'A\u200b1\ufeff', 'A1'],
  ['blanks', ' A 1\u3000', 'A1'],
  ['full width', 'Ａ１－２', 'A1-2'],
  // Nineteen digits, of which fifteen are the same: 351520011000001.
  ['digits that a spreadsheet rounds', '3515200110000010001', '3515200110000010000'],
])('%s: %j and %j have one key', (_, left, right) => {
  expect(idKey(left)).toBe(idKey(right));
});

it.each([
  ['7', '70'],
  ['0', '00A'],
  ['M1', 'M10'],
  ['M1', 'N1'],
  // Fifteen digits are kept whole; and one of sixteen is none of nineteen.
  ['351520011000001', '351520011000002'],
  ['3515200110000010', '3515200110000010000'],
])('%j and %j have not', (left, right) => {
  expect(idKey(left)).not.toBe(idKey(right));
});
