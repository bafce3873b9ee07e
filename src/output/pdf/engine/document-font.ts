/**
 * A font as one document embeds it: texts become codes of the glyphs that the document uses.
 *
 * Format: ISO 32000-1, 9.7 (composite fonts, Identity-H, two bytes a code) and 9.10.3 (ToUnicode).
 */
import { FontSubset } from './font-subset.js';
import { shapedWords, type ShapedGlyph, type Typeface } from './fonts.js';
import type { PdfFile, Reference } from './pdf-file.js';

const CODE_DIGITS = 4;
/** Six capitals of any kind say that a font is a subset. */
const SUBSET_TAG = 'SUBSET';
/** Has characters beyond the standard Latin set. */
const SYMBOLIC = 4;
/** Glyph 0, which no text uses, stands for the replacement character: U+0000 is none by PDF/A. */
const NO_CHARACTER = '<fffd>';

export class DocumentFont {
  private readonly subset: FontSubset;
  /** By glyph of the font: its code in the document, as two bytes of a literal string. */
  private readonly codes = new Map<number, string>();
  /** By code. */
  private readonly widths: number[];
  private readonly characters = [NO_CHARACTER];

  constructor(private readonly typeface: Typeface) {
    this.subset = new FontSubset(typeface.source);
    this.widths = [typeface.font.getGlyph(0).advanceWidth];
  }

  /** What the operator `TJ` draws: `[(codes) 20 (codes)]`, with kerning between the codes. */
  encode(text: string): string {
    let codes = '';
    for (const { glyphs } of shapedWords(text, this.typeface)) {
      for (const glyph of glyphs) {
        codes += this.codes.get(glyph.id) ?? this.include(glyph);
        if (glyph.kerning !== 0) codes += `) ${-glyph.kerning} (`;
      }
    }
    return `[(${codes})]`;
  }

  /** Writes what the texts have used. */
  embed(file: PdfFile): Reference {
    const name = `/${SUBSET_TAG}+${this.typeface.font.postscriptName}`;
    const descendant = file.add(
      `<</Type /Font /Subtype /CIDFontType2 /BaseFont ${name} ` +
        '/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> ' +
        `/FontDescriptor ${this.descriptor(file, name)} ` +
        `/W [0 [${this.widths.join(' ')}]] /CIDToGIDMap /Identity>>`,
    );
    const unicode = file.addStream('', Buffer.from(unicodeMap(this.characters)));
    return file.add(
      `<</Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H ` +
        `/DescendantFonts [${descendant}] /ToUnicode ${unicode}>>`,
    );
  }

  private include({ id, advanceWidth, unicode }: ShapedGlyph): string {
    const at = this.subset.includeGlyph(id);
    const code = literal(at >> 8) + literal(at & 0xff);
    this.codes.set(id, code);
    this.widths[at] = advanceWidth;
    this.characters[at] = unicode;
    return code;
  }

  private descriptor(file: PdfFile, name: string): Reference {
    const { font } = this.typeface;
    const { minX, minY, maxX, maxY } = font.bbox;
    const subset = this.subset.encode();
    const outlines = file.addStream(`/Length1 ${subset.length}`, subset);
    return file.add(
      `<</Type /FontDescriptor /FontName ${name} /Flags ${SYMBOLIC} ` +
        `/FontBBox [${minX} ${minY} ${maxX} ${maxY}] /ItalicAngle ${font.italicAngle} ` +
        `/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight ${font.capHeight} ` +
        `/XHeight ${font.xHeight} /StemV 0 /FontFile2 ${outlines}>>`,
    );
  }
}

/** A byte as it stands in a literal string. */
function literal(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '\r') return '\\r';
  return '()\\'.includes(character) ? `\\${character}` : character;
}

function hexadecimal(value: number): string {
  return value.toString(16).padStart(CODE_DIGITS, '0');
}

const RANGE_MAX = 256;

/** Which characters each code stands for, so that texts can be searched, copied and read aloud. */
function unicodeMap(entries: readonly string[]): string {
  const ranges: string[] = [];
  for (let at = 0; at < entries.length; at += RANGE_MAX) {
    const range = entries.slice(at, at + RANGE_MAX);
    ranges.push(
      `<${hexadecimal(at)}> <${hexadecimal(at + range.length - 1)}> [${range.join(' ')}]`,
    );
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
