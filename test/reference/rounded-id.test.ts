/** What a spreadsheet makes of long ids, and what only looks a little like it. */
import { expect, it } from 'vitest';
import { isRoundedId } from '../../src/reference/rounded-id.js';

it.each([
  ['3.51526E+18', true],
  ['2.6E+17', true],
  ['3E+11', true],
  // what pandas writes, and an id behind a source's prefix
  ['2.6e+17', true],
  ['R-2.6E+17', true],
  ['260115351520000011', false],
  ['M1', false],
  ['A1E+', false],
  ['1E5', false],
  ['TEA+17', false],
  ['2.6E+17-B', false],
])('%s: %s', (id, isRounded) => {
  expect(isRoundedId(id)).toBe(isRounded);
});
