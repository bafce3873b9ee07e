/**
 * A font as one document embeds it: texts become codes of the glyphs that the document uses.
 *
 * Format: ISO 32000-1, 9.7 (composite fonts, Identity-H, two bytes a code) and 9.10.3 (ToUnicode).
 */
import { FontSubset } from './font-subset.js';
import { shapedWords, type ShapedGlyph, type Typeface } from './fonts.js';

type Reference = PDFKit.PDFKitReference;

const CODE_DIGITS = 4;
/** Six capitals of any kind say that a font is a subset. */
const SUBSET_TAG = 'SUBSET';
/** Has characters beyond the standard Latin set. */
const SYMBOLIC = 4;
/** Glyph 0, which no text uses, stands for the replacement character: U+0000 is none by PDF/A. */
const NO_CHARACTER = '<fffd>';

export class DocumentFont {
  private readonly reference: Reference;
  private readonly subset: FontSubset;
  /** By glyph of the font: its code in the document, as two bytes of a literal string. */
  private readonly codes = new Map<number, string>();
  /** By code. */
  private readonly widths: number[];
  private readonly characters = [NO_CHARACTER];

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly typeface: Typeface,
    readonly name: string,
  ) {
    this.reference = pdf.ref({});
    this.subset = new FontSubset(typeface.source);
    this.widths = [typeface.font.getGlyph(0).advanceWidth];
  }

  /** Names the font in the resources of the page that is drawn on. */
  useOn(page: PDFKit.PDFPage): void {
    (page.fonts as Record<string, Reference>)[this.name] = this.reference;
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
  embed(): void {
    const name = `${SUBSET_TAG}+${this.typeface.font.postscriptName}`;
    const descendant = this.written({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
      FontDescriptor: this.descriptor(name),
      W: [0, this.widths],
      CIDToGIDMap: 'Identity',
    });
    Object.assign(this.reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.written({}, unicodeMap(this.characters)),
    });
    this.reference.end(undefined);
  }

  private include({ id, advanceWidth, unicode }: ShapedGlyph): string {
    const at = this.subset.includeGlyph(id);
    const code = literal(at >> 8) + literal(at & 0xff);
    this.codes.set(id, code);
    this.widths[at] = advanceWidth;
    this.characters[at] = unicode;
    return code;
  }

  private descriptor(name: string): Reference {
    const { font } = this.typeface;
    const { minX, minY, maxX, maxY } = font.bbox;
    const file = this.subset.encode();
    return this.written({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: SYMBOLIC,
      FontBBox: [minX, minY, maxX, maxY],
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent,
      Descent: font.descent,
      CapHeight: font.capHeight,
      XHeight: font.xHeight,
      StemV: 0,
      FontFile2: this.written({ Length1: file.length }, file),
    });
  }

  /** Not compressed: outlines hardly repeat, and a sixth of a document's time would save a tenth of its size. */
  private written(data: object, content?: string | Buffer): Reference {
    const reference = this.pdf.ref(data);
    reference.compress = false;
    reference.end(content);
    return reference;
  }
}

/** pdfkit takes a string for a name, and a String for a text. */
function text(content: string): object {
  return Object(content) as object;
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
