/** The fonts of the documents: Noto Sans SC, parsed once and shared by all of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { assert } from '../../problem.js';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';

export interface FontFile {
  readonly font: Font;
}

function load(file: string): FontFile {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/${file}`));
  const font = create(bytes);
  assert('hasGlyphForCodePoint' in font, 'a font file holds one font');
  return { font };
}

let loaded: { regular: FontFile; bold: FontFile } | undefined;

export function fonts(): { readonly regular: FontFile; readonly bold: FontFile } {
  loaded ??= {
    regular: load('400Regular/NotoSansSC_400Regular.ttf'),
    bold: load('700Bold/NotoSansSC_700Bold.ttf'),
  };
  return loaded;
}

/** The text with each character that the font lacks written as its code, so that no empty box shows. */
export function drawable(text: string): string {
  const { font } = fonts().regular;
  return Array.from(text)
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (font.hasGlyphForCodePoint(codePoint)) return character;
      return `[U+${codePoint.toString(16).toUpperCase()}]`;
    })
    .join('');
}
