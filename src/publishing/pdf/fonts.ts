/** The fonts of the documents: Noto Sans SC, parsed once per process and shared by all of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type GlyphRun } from 'fontkit';
import { assert } from '../../problem.js';
import { FontSubset, GlyphSource } from './font-subset.js';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';
/** Shaped words that are kept; more would be names and amounts that do not come again. */
const RUNS_MAX = 20_000;
const PDF_UNITS_PER_EM = 1000;

/** A parsed font, and what is known of its characters so far. */
export interface Typeface {
  readonly font: Font;
  /** Advance widths in ems by character. */
  readonly widths: Map<string, number>;
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
  rememberRuns(font);
  joinSubsets(font, new GlyphSource(file));
  return { font, widths: new Map() };
}

/** Has the font shape each word once: pdfkit's own memory ends with a document. */
function rememberRuns(font: Font): void {
  assert(
    font.unitsPerEm === PDF_UNITS_PER_EM,
    'pdfkit, which scales a run in place, leaves it as it is',
  );
  const shape = font.layout.bind(font);
  const runs = new Map<string, GlyphRun>();
  font.layout = (text, ...options): GlyphRun => {
    if (options.some((option) => option !== undefined)) return shape(text, ...options);
    let run = runs.get(text);
    if (run === undefined) {
      if (runs.size >= RUNS_MAX) runs.clear();
      run = shape(text);
      runs.set(text, run);
    }
    return run;
  };
}

/** Has the font make subsets of glyphs that are compiled once. */
function joinSubsets(font: Font, source: GlyphSource): void {
  // what pdfkit calls of a subset; fontkit's types name more
  font.createSubset = () => new FontSubset(source) as unknown as ReturnType<Font['createSubset']>;
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

const standIns = new Map<string, string>();

/** The text with each character that the font lacks written as its code, so that no empty box shows. */
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
  if (BLANK.test(character)) return WIDE_BLANKS.has(character) ? character : ' ';
  if (INVISIBLE.test(character)) return '';
  const codePoint = character.codePointAt(0) ?? 0;
  const { regular, bold } = fonts();
  const isKnown = [regular, bold].every(({ font }) => font.hasGlyphForCodePoint(codePoint));
  return isKnown ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}
