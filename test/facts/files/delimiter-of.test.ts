/** What stands between the cells of a text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delimiterOf } from '../../../src/facts/files/delimiter-of.js';

/** A row whose last cell goes over forty lines. */
const LONG_NOTE = `"1";"${'a line of the note\n'.repeat(40)}"`;

it.each<[string, string, string]>([
  ['one of each row', 'id;amount\n1;16,66\n', ';'],
  ['nothing to tell by', 'id\n1\n', ','],
  ['tabs around the cells of a CSV', '"\tid\t","\tamount\t"\n"1\t","2"\n', ','],
  ['wrapped ids, which are no quoted cells', 'id;amount\n="3515";1,50\n="3516";2,50\n', ';'],
  ['a quote inside a cell', 'id;size\n1;5" disk, red, large\n', ';'],
  ['quoted cells of many lines', `"id";"note"\n${LONG_NOTE}\n`, ';'],
  // the first megabyte of a file ends where it ends
  ['a quoted cell that is cut off', `"id";"note"\n"0";"short"\n${LONG_NOTE.slice(0, 90)}`, ';'],
  [
    'tabs around cells, and one of them cut off',
    '"\tid\t","\tamount\t","note"\n"1","2","a\nb',
    ',',
  ],
])('%s', (_, text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

it('answers whatever the text is', () => {
  const text = fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', 'a', '\ufeff'),
  });
  fc.assert(
    fc.property(text, (any) => [',', ';', '\t', '|'].includes(delimiterOf(any))),
    { numRuns: 2000, seed: 11 },
  );
});
