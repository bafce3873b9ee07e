/** A CSV that ends inside quotes, and quoted cells with line ends at their edges, however it is cut into pieces. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QuotedCells } from '../../../src/facts/files/quoted-cells.js';

function cellsOf(text: string, size: number, linesAbove = 0): QuotedCells {
  const bytes = Buffer.from(text);
  const quotes = new QuotedCells(linesAbove);
  for (let at = 0; at < bytes.length; at += size) quotes.add(bytes.subarray(at, at + size));
  return quotes;
}

function endsInQuotes(text: string, size: number, linesAbove = 0): boolean {
  return cellsOf(text, size, linesAbove).isOpen();
}

it.each<[string, boolean, number?]>([
  ['a,b\n1,2\n', false],
  ['a,b\n"1",2\n', false],
  ['a,b\n1,"2"', false],
  ['a,b\n1,""\n', false],
  ['a,b\n1,"x""y"\n', false],
  ['a,b\n1,"x""', true],
  ['a,b\n1,"x', true],
  ['a,b\n"1,2\n3,4\n', true],
  ['a,b\n1,"\n', true],
  ['a,b\n="3515",5" disk\n', false],
  ['"a,b\n1,2\n', true],
  ['"title\na,b\n1,2\n', false, 1],
  ['"title\n"note\na,b\n1,"2\n', true, 2],
])('%j: %s', (text, expected, linesAbove) => {
  for (const size of [1, 2, 3, 5, 1000])
    expect(endsInQuotes(text, size, linesAbove)).toBe(expected);
});

it('a whole CSV never does, one cut inside its last quoted cell always does', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '单') });
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(table, cell, fc.integer({ min: 1, max: 9 }), (rows, last, size) => {
      const text = stringify([...rows, ['x', last]], { quoted: true, quoted_empty: true });
      expect(endsInQuotes(text, size)).toBe(false);
      expect(endsInQuotes(text.replace(/"\n$/, ''), size)).toBe(true);
    }),
    { numRuns: 1000, seed: 5 },
  );
});

it.each<[string, boolean]>([
  ['a,b\n1,2\n', false],
  ['"a","b"\n"1","2"\n', false],
  ['"a","b"\r\n"1","2"\r\n', false],
  ['a,b\n"1\n1",2\n', false],
  ['a,b\n"",""\n', false],
  ['a,b\n"\n1",2\n', true],
  ['a,b\n"1\n",2\n', true],
  ['a,b\n1,"2\r\n"', true],
  ['a,b\n1,"\r2"\n', true],
])('%j: a quoted cell begins or ends with a line end: %s', (text, expected) => {
  for (const size of [1, 2, 3, 5, 1000])
    expect(cellsOf(text, size).mayHaveOuterLineEnd()).toBe(expected);
});
