/** The fonts of the documents: Noto Sans SC, parsed once per process and shared by all of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { assert } from '../../problem.js';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';

/** A parsed font, and what is known of its characters so far. */
export interface Typeface {
  readonly font: Font;
  /** Advance widths in ems by character. */
  readonly widths: Map<string, number>;
}

interface Fonts {
  readonly regular: Typeface;
  readonly bold: Typeface;
}

let loaded: Fonts | undefined;

export function fonts(): Fonts {
  loaded ??= {
    regular: load('400Regular/NotoSansSC_400Regular.ttf'),
    bold: load('700Bold/NotoSansSC_700Bold.ttf'),
  };
  return loaded;
}

function load(file: string): Typeface {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/${file}`)));
  assert('hasGlyphForCodePoint' in font, 'a font file holds one font');
  return { font, widths: new Map() };
}

/** The width of a text in ems, without kerning. */
export function widthInEms(text: string, { font, widths }: Typeface): number {
  let total = 0;
  for (const character of text) {
    let width = widths.get(character);
    if (width === undefined) {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      width = glyph.advanceWidth / font.unitsPerEm;
      widths.set(character, width);
    }
    total += width;
  }
  return total;
}

const VARIATION_SELECTOR = /\p{Variation_Selector}/u;
const BLANK = /[\p{Zs}\p{Cc}\p{Zl}\p{Zp}]/u;

const standIns = new Map<string, string>();

/** The text with each character that the font lacks written as its code: no empty box shows. */
export function drawable(text: string): string {
  let drawn = '';
  for (const character of text) {
    let standIn = standIns.get(character);
    if (standIn === undefined) {
      standIn = standInFor(character);
      standIns.set(character, standIn);
    }
    drawn += standIn;
  }
  return drawn;
}

function standInFor(character: string): string {
  if (BLANK.test(character)) return character === '\u3000' ? character : ' ';
  if (VARIATION_SELECTOR.test(character)) return '';
  const codePoint = character.codePointAt(0) ?? 0;
  if (fonts().regular.font.hasGlyphForCodePoint(codePoint)) return character;
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}
