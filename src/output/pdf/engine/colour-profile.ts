/**
 * sRGB (IEC 61966-2-1) as an ICC profile of version 4 (ISO 15076-1), by which PDF/A says what the colours of a document
 * are. A profile is a header, a table of tags, and their values, each at a multiple of four bytes.
 */

const HEADER_BYTES = 128;
const ENTRY_BYTES = 12;

/** The white of the connection space, D50; red, green and blue as it sees them; and how it comes of sRGB's white. */
const WHITE = [0.9642, 1, 0.82491];
const RED = [0.43607, 0.22249, 0.01392];
const GREEN = [0.38515, 0.71687, 0.09708];
const BLUE = [0.14307, 0.06061, 0.7141];
const ADAPTATION = [
  1.04788, 0.02292, -0.0502, 0.0296, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168,
];
/** ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 below 0.04045. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
const CURVE_OF_FIVE = 3;

export function colourProfile(): Buffer {
  const curve = typed('para', shorts([CURVE_OF_FIVE, 0]), fixed(CURVE));
  const tags: readonly (readonly [name: string, value: Buffer])[] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('No copyright, use freely')],
    ['wtpt', typed('XYZ ', fixed(WHITE))],
    ['chad', typed('sf32', fixed(ADAPTATION))],
    ['rXYZ', typed('XYZ ', fixed(RED))],
    ['gXYZ', typed('XYZ ', fixed(GREEN))],
    ['bXYZ', typed('XYZ ', fixed(BLUE))],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * ENTRY_BYTES);
  table.writeUInt32BE(tags.length);
  const values: Buffer[] = [];
  let offset = HEADER_BYTES + table.length;
  for (const [at, [name, value]] of tags.entries()) {
    const entry = 4 + at * ENTRY_BYTES;
    table.write(name, entry, 'latin1');
    table.writeUInt32BE(offset, entry + 4);
    table.writeUInt32BE(value.length, entry + 8);
    values.push(value);
    offset += value.length;
  }
  return Buffer.concat([header(offset), table, ...values]);
}

/** Of a display, in RGB, connected by XYZ; of a fixed date. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  shorts([2026, 1, 1]).copy(bytes, 24);
  bytes.write('acsp', 36, 'latin1');
  fixed(WHITE).copy(bytes, 68);
  return bytes;
}

function typed(type: string, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), ...parts]);
}

/** One text, in English, padded to four bytes. */
function localized(text: string): Buffer {
  const content = Buffer.from(text, 'utf16le').swap16();
  const record = Buffer.alloc(20);
  record.writeUInt32BE(1, 0);
  record.writeUInt32BE(12, 4);
  record.write('enUS', 8, 'latin1');
  record.writeUInt32BE(content.length, 12);
  record.writeUInt32BE(28, 16);
  return typed('mluc', record, content, Buffer.alloc(content.length % 4));
}

/** Numbers of 16 bits before and 16 behind the point. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries())
    bytes.writeInt32BE(Math.round(value * 0x10000), at * 4);
  return bytes;
}

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16BE(value, at * 2);
  return bytes;
}
