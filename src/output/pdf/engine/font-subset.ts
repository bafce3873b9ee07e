/**
 * The part of a TrueType font that a document embeds. What a glyph comes to is read from the font
 * file once and kept; a subset joins such pieces, where fontkit decodes and encodes each anew.
 *
 * Format: ISO/IEC 14496-22 (OpenType); the tables are those that PDF asks for (ISO 32000-1, 9.9).
 */
import { assert } from '../../../problem.js';

/** A glyph as the subsets hold it. */
interface CompiledGlyph {
  readonly outline: Buffer;
  /** Advance width and left side bearing, as in `hmtx`. */
  readonly metrics: Buffer;
}

const DIRECTORY = { entries: 12, entryBytes: 16 } as const;

/** Reads glyphs of one font file, each once. */
export class GlyphSource {
  private readonly tables = new Map<string, Buffer>();
  private readonly glyphs = new Map<number, CompiledGlyph>();

  constructor(file: Buffer) {
    const count = file.readUInt16BE(4);
    for (let at = 0; at < count; at++) {
      const entry = DIRECTORY.entries + at * DIRECTORY.entryBytes;
      const offset = file.readUInt32BE(entry + 8);
      const length = file.readUInt32BE(entry + 12);
      this.tables.set(
        file.toString('latin1', entry, entry + 4),
        file.subarray(offset, offset + length),
      );
    }
  }

  table(tag: string): Buffer {
    return this.tables.get(tag) ?? Buffer.alloc(0);
  }

  glyph(id: number): CompiledGlyph {
    let glyph = this.glyphs.get(id);
    if (glyph === undefined) {
      glyph = { outline: this.outline(id), metrics: this.metrics(id) };
      this.glyphs.set(id, glyph);
    }
    return glyph;
  }

  private outline(id: number): Buffer {
    const loca = this.table('loca');
    const isLong = this.table('head').readInt16BE(50) === 1;
    const offset = (at: number): number =>
      isLong ? loca.readUInt32BE(at * 4) : loca.readUInt16BE(at * 2) * 2;
    const outline = this.table('glyf').subarray(offset(id), offset(id + 1));
    const isSimple = outline.length === 0 || outline.readInt16BE(0) >= 0;
    assert(isSimple, 'the font has no glyph that is made of others');
    return outline;
  }

  /** Glyphs behind the last advance width of `hmtx` share it. */
  private metrics(id: number): Buffer {
    const hmtx = this.table('hmtx');
    const advances = this.table('hhea').readUInt16BE(34);
    if (id < advances) return hmtx.subarray(id * 4, id * 4 + 4);
    const bearing = advances * 4 + (id - advances) * 2;
    return Buffer.concat([
      hmtx.subarray(advances * 4 - 4, advances * 4 - 2),
      hmtx.subarray(bearing, bearing + 2),
    ]);
  }
}

/** Glyph ids of the font → ids of the subset, in order of use, and the font file. */
export class FontSubset {
  private readonly ids = new Map<number, number>();

  constructor(private readonly source: GlyphSource) {
    this.includeGlyph(0);
  }

  includeGlyph(glyph: number): number {
    let id = this.ids.get(glyph);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(glyph, id);
    }
    return id;
  }

  encode(): Buffer {
    const glyphs = [...this.ids.keys()].map((id) => this.source.glyph(id));
    const offsets = [0];
    for (const { outline } of glyphs) offsets.push((offsets.at(-1) ?? 0) + outline.length);
    return fontFile([
      ['glyf', Buffer.concat(glyphs.map(({ outline }) => outline))],
      ['head', patched(this.source.table('head'), [8, 0, 4], [50, 1, 2])],
      ['hhea', patched(this.source.table('hhea'), [34, glyphs.length, 2])],
      ['hmtx', Buffer.concat(glyphs.map(({ metrics }) => metrics))],
      ['loca', longs(offsets)],
      ['maxp', patched(this.source.table('maxp'), [4, glyphs.length, 2])],
      ['prep', this.source.table('prep')],
    ]);
  }
}

/** A copy with some numbers written over: at which byte, which, in how many bytes. */
function patched(
  bytes: Buffer,
  ...changes: readonly (readonly [at: number, value: number, size: number])[]
): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, value, size] of changes) copy.writeUIntBE(value, at, size);
  return copy;
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}

/** A font file of tables in order of their tags, each at a multiple of four bytes. */
function fontFile(tables: readonly (readonly [tag: string, table: Buffer])[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(DIRECTORY.entries + tables.length * DIRECTORY.entryBytes);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((tables.length - power) * 16, 10);
  const parts = [directory];
  let offset = directory.length;
  for (const [at, [tag, table]] of tables.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const entry = DIRECTORY.entries + at * DIRECTORY.entryBytes;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

/** The sum of a table's words, modulo 2³². */
function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
