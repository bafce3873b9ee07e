/** The fonts of the documents: Noto Sans SC, parsed once per process and shared by all of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { assert } from '../../../problem.js';
import { GlyphSource } from './font-subset.js';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';
/** Shaped words that are kept; more would be names and amounts that do not come again. */
const WORDS_MAX = 20_000;
const PDF_UNITS_PER_EM = 1000;

/** A glyph of a word, with its widths in units of the font. */
export interface ShapedGlyph {
  readonly id: number;
  /** The characters that it stands for, in UTF-16 and hexadecimal digits: `<0041>`. */
  readonly unicode: string;
  readonly advanceWidth: number;
  /** What the next glyph comes closer by, where it is negative. */
  readonly kerning: number;
}

interface ShapedWord {
  readonly glyphs: readonly ShapedGlyph[];
  readonly ems: number;
}

/** A parsed font, and what is known of its characters and words so far. */
export interface Typeface {
  readonly font: Font;
  readonly source: GlyphSource;
  /** Advance widths in ems by character. */
  readonly widths: Map<string, number>;
  readonly words: Map<string, ShapedWord>;
}

let loaded: { readonly regular: Typeface; readonly bold: Typeface } | undefined;

export function fonts(): { readonly regular: Typeface; readonly bold: Typeface } {
  loaded ??= {
    regular: load('400Regular/NotoSansSC_400Regular.ttf'),
    bold: load('700Bold/NotoSansSC_700Bold.ttf'),
  };
  return loaded;
}

function load(path: string): Typeface {
  const file = readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/${path}`));
  const font = create(file);
  assert('hasGlyphForCodePoint' in font, 'a font file holds one font');
  assert(font.unitsPerEm === PDF_UNITS_PER_EM, 'widths need no scale in a PDF');
  return { font, source: new GlyphSource(file), widths: new Map(), words: new Map() };
}

/** The words of a text, each with the space behind it, as glyphs. */
export function shapedWords(text: string, typeface: Typeface): ShapedWord[] {
  return text.split(/(?<= )/).map((word) => shapedWord(word, typeface));
}

function shapedWord(word: string, { font, words }: Typeface): ShapedWord {
  let shaped = words.get(word);
  if (shaped === undefined) {
    if (words.size >= WORDS_MAX) words.clear();
    shaped = shape(word, font);
    words.set(word, shaped);
  }
  return shaped;
}

/**
 * The glyphs of a word, each with its own character. fontkit's glyphs say the characters that they
 * were first used for in the process, by whichever document: a space where a no-break space is now.
 * A word with ligatures is laid out character by character, so that each glyph has one.
 * No glyph of this font is moved off its place, so that advances say all.
 */
function shape(word: string, font: Font): ShapedWord {
  const characters = Array.from(word);
  const whole = font.layout(word);
  const runs =
    whole.glyphs.length === characters.length
      ? [whole]
      : characters.map((character) => font.layout(character));
  const glyphs = runs
    .flatMap(({ glyphs, positions }) => glyphs.map((glyph, at) => ({ glyph, at: positions[at] })))
    .map(({ glyph: { id, advanceWidth }, at }, index) => ({
      id,
      unicode: inUtf16(characters[index] ?? ''),
      advanceWidth,
      kerning: (at?.xAdvance ?? advanceWidth) - advanceWidth,
    }));
  assert(glyphs.length === characters.length, 'a character alone is one glyph');
  const units = runs.reduce((total, { advanceWidth }) => total + advanceWidth, 0);
  return { glyphs, ems: units / font.unitsPerEm };
}

/** `A` → `<0041>`. */
function inUtf16(character: string): string {
  return `<${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`;
}

/** The width of a text in ems as it is drawn. */
export function drawnWidthInEms(text: string, typeface: Typeface): number {
  return shapedWords(text, typeface).reduce((total, { ems }) => total + ems, 0);
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

/** Joiners, direction marks and variation selectors, which are never seen. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/u;
const BLANK = /[\p{Zs}\p{Cc}\p{Zl}\p{Zp}]/u;
const WIDE_BLANKS = new Set(['\u3000', '\u00A0']);

const PRINTABLE_ASCII = /^[ -~]*$/;

const standIns = new Map<string, string>();

/**
 * The text with each character that the font lacks written as its code, so that no empty box shows. A
 * letter and its accent are one character where there is such a one.
 */
export function drawable(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  let drawn = '';
  for (const character of text.normalize('NFC')) {
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
  if (BLANK.test(character)) return WIDE_BLANKS.has(character) ? character : ' ';
  if (INVISIBLE.test(character)) return '';
  const codePoint = character.codePointAt(0) ?? 0;
  const { regular, bold } = fonts();
  const isKnown = [regular, bold].every(({ font }) => font.hasGlyphForCodePoint(codePoint));
  return isKnown ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The characters of a text that {@link drawable} writes as their codes, each once. */
export function undrawable(text: string): string[] {
  if (PRINTABLE_ASCII.test(text)) return [];
  return [...new Set(text.normalize('NFC'))].filter((character) =>
    drawable(character).startsWith('[U+'),
  );
}
