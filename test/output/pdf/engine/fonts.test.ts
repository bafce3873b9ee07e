import { expect, it } from 'vitest';
import {
  drawable,
  fonts,
  shapedWords,
  widthInEms,
} from '../../../../src/output/pdf/engine/fonts.js';

const { regular, bold } = fonts();

function unicodesOf(text: string): string[] {
  return shapedWords(text, regular).flatMap(({ glyphs }) => glyphs.map(({ unicode }) => unicode));
}

it.each([
  // The radical U+2F00 and the character U+4E00 have one glyph, and so have the two spaces.
  ['a radical, then its character', '\u2F00', '\u4E00', ['<4e00>']],
  ['a character, then its radical', '\u4E8C', '\u2F06', ['<2f06>']],
  ['a space, then a no-break space', 'CNY 1', '\u00A0', ['<00a0>']],
])('%s: a glyph says the character that it is drawn for', (_, first, second, expected) => {
  unicodesOf(first);
  expect(unicodesOf(second)).toEqual(expected);
});

it('a word with a ligature has a glyph for each character', () => {
  expect(unicodesOf('office')).toEqual([
    '<006f>',
    '<0066>',
    '<0066>',
    '<0069>',
    '<0063>',
    '<0065>',
  ]);
  // U+FB01 is drawn as that ligature would be.
  expect(unicodesOf('\uFB01')).toEqual(['<fb01>']);
});

it('every character of the fonts alone is one glyph', () => {
  const split = [regular, bold].flatMap((typeface) =>
    typeface.font.characterSet
      .map((codePoint) => String.fromCodePoint(codePoint))
      .filter((character) => shapedWords(character, typeface)[0]?.glyphs.length !== 1),
  );
  expect(split).toEqual([]);
});

it.each([
  ['a letter and its accent', 'cafe\u0301', 'café'],
  ['the sign of Ångström, which is the letter', '\u212B', '\u00C5'],
  ['a character for compatibility', '\uF900', '\u8C48'],
  ['a syllable of Hangul in parts', '\u1100\u1161', '[U+AC00]'],
  ['half a character', 'a\uD842', 'a[U+D842]'],
  ['a character beyond the first plane', '𬭎', '𬭎'],
  ['Chinese, Latin and digits', '客服月薪 K0301 × 2', '客服月薪 K0301 × 2'],
])('%s is drawn as one that the font has', (_, text, expected) => {
  // The second time its characters are known.
  expect([drawable(text), drawable(text)]).toEqual([expected, expected]);
});

it.each([
  ['茶', 1],
  ['𬭎', 1],
  ['茶𬭎茶', 3],
])('%s is %i ems wide', (text, ems) => {
  expect([widthInEms(text, regular), widthInEms(text, regular)]).toEqual([ems, ems]);
});
