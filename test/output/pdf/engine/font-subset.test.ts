/** Subsets of the real font, compared with those that fontkit makes of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { expect, it } from 'vitest';
import { FontSubset, GlyphSource } from '../../../../src/output/pdf/engine/font-subset.js';

const file = readFileSync(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  ),
);
const font = create(file) as Font;
const source = new GlyphSource(file);

/** But for what the font lacks, which is glyph 0 of every subset. */
const idsOf = (text: string): number[] =>
  [...new Set(font.layout(text).glyphs.map(({ id }) => id))].filter((id) => id !== 0);

function subsetOf(ids: readonly number[]): Font {
  const subset = new FontSubset(source);
  for (const id of ids) subset.includeGlyph(id);
  return create(subset.encode()) as Font;
}

it('numbers glyphs in order of use, from 1: 0 is the missing glyph', () => {
  const subset = new FontSubset(source);
  expect([500, 700, 500].map((id) => subset.includeGlyph(id))).toEqual([1, 2, 1]);
});

it.each(['客服账单 1,234.50 Ab', 'é ﬁ ⅓ ㎡ Ǖ', '龘𠮷'])(
  'holds the outlines and widths of %s',
  (text) => {
    const ids = idsOf(text);
    const subset = subsetOf(ids);
    const drawn = ids.map((_, at) => subset.getGlyph(at + 1));
    const expected = ids.map((id) => font.getGlyph(id));
    expect(drawn.map(({ path }) => path.toSVG())).toEqual(expected.map(({ path }) => path.toSVG()));
    expect(drawn.map(({ advanceWidth }) => advanceWidth)).toEqual(
      expected.map(({ advanceWidth }) => advanceWidth),
    );
  },
);

it('moves no glyph off its place, not even the marks that join a letter', () => {
  const marks = font.characterSet
    .map((codePoint) => String.fromCodePoint(codePoint))
    .filter((character) => /\p{M}/u.test(character));
  expect(marks.length).toBeGreaterThan(10);
  for (const letter of 'aeiouAEIOUnk茶ㄅはか1') {
    for (const mark of marks) {
      for (const { xOffset, yOffset } of font.layout(letter + mark).positions)
        expect([xOffset, yOffset], letter + mark).toEqual([0, 0]);
    }
  }
});
