/**
 * Whether a picture can stand in a PDF as it is: a PNG or a JPEG, by its own headers.
 *
 * A PDF takes the packed pixels of both as they are. It has no place for a channel of transparency
 * within them, nor for pixels in interlaced order; and the documents are in RGB, so that the four
 * inks of CMYK have no meaning in them.
 */

import type { PictureFault } from '../problem-faults.js';

/** null where the picture can be drawn. */
export function pictureFault(bytes: Uint8Array): PictureFault | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(view, PNG_SIGNATURE)) return pngFault(view);
  if (startsWith(view, JPEG_SIGNATURE)) return jpegFault(view);
  return 'not_a_picture';
}

function startsWith(view: DataView, signature: readonly number[]): boolean {
  return (
    view.byteLength >= signature.length && signature.every((byte, at) => view.getUint8(at) === byte)
  );
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** By colour type, the bit depths that a PNG may have: grey, RGB, palette. All other types have an alpha channel. */
const OPAQUE_DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
]);
const ALPHA_TYPES: readonly number[] = [4, 6];
const CHUNK_FRAME_BYTES = 12;
const HEADER_BYTES = 13;

/** A PNG is a list of chunks: length, type, content, checksum. */
function pngFault(view: DataView): PictureFault | null {
  const types: string[] = [];
  let at = PNG_SIGNATURE.length;
  while (types.at(-1) !== 'IEND') {
    if (at + CHUNK_FRAME_BYTES > view.byteLength) return 'cut_off';
    const length = view.getUint32(at);
    types.push(textAt(view, at + 4, 4));
    at += CHUNK_FRAME_BYTES + length;
    if (at > view.byteLength) return 'cut_off';
  }
  const first = PNG_SIGNATURE.length;
  if (types[0] !== 'IHDR' || view.getUint32(first) !== HEADER_BYTES) return 'malformed';
  const content = first + 8;
  const [width, height] = [view.getUint32(content), view.getUint32(content + 4)];
  const [depth, colourType] = [view.getUint8(content + 8), view.getUint8(content + 9)];
  if (ALPHA_TYPES.includes(colourType) || types.includes('tRNS')) return 'transparent';
  const isKnown = OPAQUE_DEPTHS.get(colourType)?.includes(depth) ?? false;
  const hasPixels = width > 0 && height > 0 && types.includes('IDAT');
  const hasPalette = colourType !== 3 || types.includes('PLTE');
  if (!isKnown || !hasPixels || !hasPalette) return 'malformed';
  return view.getUint8(content + 12) === 0 ? null : 'interlaced';
}

function textAt(view: DataView, at: number, length: number): string {
  return Array.from({ length }, (_, one) => String.fromCharCode(view.getUint8(at + one))).join('');
}

const JPEG_SIGNATURE = [0xff, 0xd8];
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Markers that stand alone, without a length. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Frames say how the pixels are packed; the tables among them, 0xc4, 0xc8 and 0xcc, are none. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Baseline, extended and progressive. */
const PDF_FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];

/** A JPEG is a list of segments, marker, length and content, up to its pixels; they end with a marker of their own. */
function jpegFault(view: DataView): PictureFault | null {
  let fault: PictureFault | null = 'malformed';
  let at = JPEG_SIGNATURE.length;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return 'malformed';
    // bytes may fill the space before a marker, and some markers have no content
    if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (marker === START_OF_SCAN) return endsFrom(view, at) ? fault : 'cut_off';
    else {
      const length = view.getUint16(at + 2);
      if (isFrame(marker)) fault = frameFault(view, marker, at + 4, length - 2);
      at += 2 + length;
    }
  }
  return 'cut_off';
}

/** Bits of a sample, height, width, number of components. */
function frameFault(
  view: DataView,
  marker: number,
  at: number,
  length: number,
): PictureFault | null {
  if (length < 6 || at + length > view.byteLength) return 'cut_off';
  if (!PDF_FRAMES.includes(marker) || view.getUint8(at) !== 8) return 'rare_kind';
  const [height, width] = [view.getUint16(at + 1), view.getUint16(at + 3)];
  if (height === 0 || width === 0) return 'malformed';
  const components = view.getUint8(at + 5);
  if (components === 4) return 'cmyk';
  return components === 1 || components === 3 ? null : 'rare_kind';
}

/** Whether the pixels have their end: no byte of them looks like it. */
function endsFrom(view: DataView, at: number): boolean {
  for (let one = view.byteLength - 2; one > at; one--) {
    if (view.getUint8(one) === 0xff && view.getUint8(one + 1) === END_OF_IMAGE) return true;
  }
  return false;
}
