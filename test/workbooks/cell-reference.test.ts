import { expect, it } from 'vitest';
import { columnLetters, columnOf, rowsOfRange } from '../../src/workbooks/cell-reference.js';

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [27, 'AB'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(columnOf(`${letters}12`)).toBe(column);
});

it('a reference without letters is none', () => {
  expect(() => columnOf('12')).toThrow('a cell at 12');
});

it('a column beyond the last one is none', () => {
  expect(columnOf('XFD1')).toBe(16_383);
  expect(() => columnOf('XFE1')).toThrow('a cell at XFE1');
});

it('a range spans rows', () => {
  expect(rowsOfRange('A5:AB7')).toEqual({ first: 5, last: 7 });
  expect(rowsOfRange('A5')).toBeNull();
});
