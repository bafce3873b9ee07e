/** Whether any cell begins or ends with a blank, however the text is cut into pieces. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OuterBlanks } from '../../../src/facts/files/outer-blanks.js';

function found(...pieces: readonly string[]): boolean {
  const blanks = new OuterBlanks();
  for (const piece of pieces) blanks.add(Buffer.from(piece));
  return blanks.areThere();
}

it.each([
  'a,b\n1,2\n',
  '\ufeffa,b\n1,2\n',
  'a\n“甲”、乙\n',
  'a\n2026-10-01 08:00\n',
  'a,b\r\nx y z,2',
])('finds none in %j', (text) => {
  expect(found(text)).toBe(false);
});

it.each([
  ' a\n',
  'a \n',
  'a, b\n',
  'a ,b\n',
  'a\n1 ',
  'a\r\n 1\r\n',
  'a \r\n',
  'a\n" 1"\n',
  'a\n"1 "\n',
  'a\t,b\n',
  'a\n\v1\n',
  'a\n1\u00a0\n',
  'a\n\u30001\n',
  'a\n1\u2003,2\n',
  'a\n1\ufeff\n',
])('finds one in %j', (text) => {
  expect(found(text)).toBe(true);
});

it('finds a wide blank in pieces cut anywhere', () => {
  const text = Buffer.from('\ufeffa,b\n1,\u30002\n');
  for (let cut = 0; cut <= text.length; cut++) {
    const blanks = new OuterBlanks();
    blanks.add(text.subarray(0, cut));
    blanks.add(text.subarray(cut));
    expect(blanks.areThere()).toBe(true);
  }
});

it('takes the delimiter for none', () => {
  const blanks = new OuterBlanks('\t');
  blanks.add(Buffer.from('a\tb\n1\t2\n'));
  expect(blanks.areThere()).toBe(false);
});

it('finds what splitting the text into cells finds, in any pieces', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', ',', '\n', '"'), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.nat(30), (whole, cut) => {
      const cells = whole.split(/[,\n"]/);
      const expected = cells.some((cell) => cell !== cell.trim());
      expect(found(whole.slice(0, cut), whole.slice(cut))).toBe(expected);
    }),
  );
});
