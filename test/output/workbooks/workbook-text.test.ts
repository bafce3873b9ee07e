import { expect, it } from 'vitest';
import { columnLetters, columnOf, xmlText } from '../../../src/output/workbooks/workbook-text.js';

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
  expect(() => columnOf('12')).toThrow('reference of a cell');
});

it.each([
  ['markup', 'a < b & "c" > d', 'a &lt; b &amp; &quot;c&quot; &gt; d'],
  ['what XML forbids', 'bell \u0007', 'bell _x0007_'],
  ['what looks like that', '_x0041_', '_x005F_x0041_'],
  ['half of a character', '\uD800', '\uFFFD'],
])('%s', (_, text, xml) => {
  expect(xmlText(text)).toBe(xml);
});
