/**
 * A picture as a PDF embeds it: the packed pixels of a PNG or a JPEG as they are (ISO 32000-1, 8.9.5). The files have been
 * looked at before: whole, opaque and not interlaced (`reference/picture-fault.ts`).
 */
import { assert } from '../../../problem.js';
import type { PdfFile, Reference } from './pdf-file.js';

export interface Picture {
  /** In pixels, as it is seen. */
  readonly width: number;
  readonly height: number;
  /** In which of {@link PLACES} it stands. */
  readonly orientation: number;
  readonly embed: (file: PdfFile) => Reference;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * How pixels go into a place that counts from its top, by how a camera held them (Exif, `Orientation` − 1): upright, from
 * right to left, head down, from bottom to top; and four times the same with rows as columns.
 */
export const PLACES: readonly [Matrix, ...Matrix[]] = [
  [1, 0, 0, -1, 0, 1],
  [-1, 0, 0, -1, 1, 1],
  [-1, 0, 0, 1, 1, 0],
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 1, 0],
  [0, 1, 1, 0, 0, 0],
  [0, -1, 1, 0, 0, 1],
  [0, -1, -1, 0, 1, 1],
];
/** From here on rows are columns. */
const TURNED = 4;

const known = new WeakMap<Uint8Array, Picture>();

/** Read once for all documents that show it. */
export function pictureOf(bytes: Uint8Array): Picture {
  let picture = known.get(bytes);
  if (picture === undefined) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    picture = file[0] === 0x89 ? pngPicture(file) : jpegPicture(file);
    known.set(bytes, picture);
  }
  return picture;
}

const PNG = { signatureBytes: 8, frameBytes: 12, typeAt: 4, contentAt: 8 } as const;
const RGB = 2;

function pngPicture(file: Buffer): Picture {
  const pixels: Buffer[] = [];
  let palette = Buffer.alloc(0);
  for (let at: number = PNG.signatureBytes; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + PNG.typeAt, at + PNG.contentAt);
    const content = file.subarray(at + PNG.contentAt, at + PNG.contentAt + length);
    if (type === 'PLTE') palette = Buffer.from(content);
    if (type === 'IDAT') pixels.push(content);
    at += length + PNG.frameBytes;
  }
  const header = PNG.signatureBytes + PNG.contentAt;
  const [width, height] = [file.readUInt32BE(header), file.readUInt32BE(header + 4)];
  const [bits, kind] = [file.readUInt8(header + 8), file.readUInt8(header + 9)];
  const colors = kind === RGB ? 3 : 1;
  const plain = kind === RGB ? '/DeviceRGB' : '/DeviceGray';
  const space =
    palette.length === 0
      ? plain
      : `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`;
  // each row of a PNG says how it was made from the one above
  const rows = `<</Predictor 15 /Colors ${colors} /BitsPerComponent ${bits} /Columns ${width}>>`;
  const entries =
    `${imageEntries({ width, height, bits, space })} ` +
    `/Filter /FlateDecode /DecodeParms ${rows}`;
  const packed = Buffer.concat(pixels);
  return { width, height, orientation: 0, embed: (pdf) => pdf.addStream(entries, packed) };
}

const JPEG = { application: 0xe1, marker: 0xff, startOfScan: 0xda } as const;

function jpegPicture(file: Buffer): Picture {
  let orientation = 0;
  for (let at = 2; at + 4 <= file.length;) {
    const marker = file.readUInt8(at + 1);
    // bytes may fill the space before a marker, and some markers have no content
    if (marker === JPEG.marker) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = file.readUInt16BE(at + 2);
      const content = file.subarray(at + 4, at + 2 + length);
      if (marker === JPEG.application) orientation = orientationIn(content) ?? orientation;
      if (isFrame(marker)) return jpegOf(file, content, orientation);
      at += 2 + length;
    }
  }
  throw new Error('a picture that was looked at has pixels');
}

/** Says how the pixels are packed; the tables among them, 0xc4, 0xc8 and 0xcc, do not. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Bits of a sample, height, width, number of components. */
function jpegOf(file: Buffer, frame: Buffer, orientation: number): Picture {
  const bits = frame.readUInt8(0);
  const [width, height] = [frame.readUInt16BE(3), frame.readUInt16BE(1)];
  const components = frame.readUInt8(5);
  assert(components === 1 || components === 3, 'a picture that was looked at is grey or RGB');
  const space = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  const entries = `${imageEntries({ width, height, bits, space })} /Filter /DCTDecode`;
  const embed = (pdf: PdfFile): Reference => pdf.addStream(entries, file);
  return orientation < TURNED
    ? { width, height, orientation, embed }
    : { width: height, height: width, orientation, embed };
}

interface Image {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly space: string;
}

function imageEntries({ width, height, bits, space }: Image): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${bits} /ColorSpace ${space}`;
}

const EXIF = { header: 'Exif\0\0', orientation: 0x0112, entryBytes: 12 } as const;

/** How the camera was held, from 0; none where the segment does not say. */
function orientationIn(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, EXIF.header.length) !== EXIF.header) return null;
  const tiff = segment.subarray(EXIF.header.length);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => {
    if (at + 2 > tiff.length) return 0;
    return isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  };
  const directory = isLittle ? short(4) + short(6) * 0x10000 : short(4) * 0x10000 + short(6);
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * EXIF.entryBytes;
    const value = short(at + 8);
    if (short(at) === EXIF.orientation) return value >= 1 && value <= 8 ? value - 1 : null;
  }
  return null;
}
