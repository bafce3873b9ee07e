/** Blank lines between the rows of a CSV, however the text is cut into pieces. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BlankLines, withBlankRows } from '../../../src/facts/files/blank-lines.js';

const SIZES = [1, 2, 3, 5, 1000];

function piecesOf(text: string, size: number): string[] {
  const count = Math.ceil(text.length / size);
  return Array.from({ length: count }, (_, at) => text.slice(at * size, (at + 1) * size));
}

function areThere(text: string, size: number): boolean {
  const lines = new BlankLines();
  for (const piece of piecesOf(text, size)) lines.add(Buffer.from(piece));
  return lines.areThere();
}

async function filled(text: string, size = 1000, delimiter = ','): Promise<string> {
  const pieces = (async function* () {
    yield* await Promise.resolve(piecesOf(text, size));
  })();
  let written = '';
  for await (const piece of withBlankRows(delimiter)(pieces)) written += piece;
  return written;
}

it.each([
  ['a,b\n1,2\n', false],
  ['a,b\n\n1,2\n', true],
  ['a,b\r\n\r\n1,2\r\n', true],
  ['a,b\n1,2\n\n\n', false],
  ['a,b\r\n1,2\r\n\r\n\r\n', false],
  ['a,b\n1,2\n\n\n\n\n\n3', true],
  ['a,b\n1,"x\n\ny"\n', true],
])('may stand in %j: %s', (text, expected) => {
  for (const size of SIZES) expect(areThere(text, size)).toBe(expected);
});

it.each([
  ['a,b\n\n1,2\n\n\n3,4\n', 'a,b\n,\n1,2\n,\n,\n3,4\n'],
  ['a,b\n1,2\n\n\n', 'a,b\n1,2\n'],
  ['a,b\n1,2\n\n3,4', 'a,b\n1,2\n,\n3,4\n'],
  ['a,b\n1,"x\n\ny"\n\n3,"""\n\n"""\n', 'a,b\n1,"x\n\ny"\n,\n3,"""\n\n"""\n'],
  ['a,b\n1,5" disk\n\n3,4\n', 'a,b\n1,5" disk\n,\n3,4\n'],
])('%j becomes %j', async (text, expected) => {
  for (const size of SIZES) expect(await filled(text, size)).toBe(expected);
});

it('fills with the delimiter of the file', async () => {
  expect(await filled('a;b\n\n1;2\n', 1000, ';')).toBe('a;b\n;\n1;2\n');
});

it('counts the rows of any table as a spreadsheet does, and changes no cell', async () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', '单') });
  const row = fc.tuple(fc.nat(3), cell, cell);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, size) => {
        const lines = rows.map(
          ([blanks, ...cells]) => '\n'.repeat(blanks) + stringify([cells], { quoted_empty: true }),
        );
        const expected = rows.flatMap(([blanks, ...cells]) => [
          ...Array.from({ length: blanks }, () => ['', '']),
          cells,
        ]);
        expect(parse(await filled(lines.join(''), size))).toEqual(expected);
      },
    ),
    { numRuns: 500, seed: 7 },
  );
});
