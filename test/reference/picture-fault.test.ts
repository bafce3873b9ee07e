/** Pictures of a few bytes, made here by the rules of PNG and JPEG, and those rules broken one by one. */
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pictureFault } from '../../src/reference/picture-fault.js';

const GREY = 0;
const RGB = 2;
const PALETTE = 3;
const RGB_WITH_ALPHA = 6;

interface PngHeader {
  readonly width?: number;
  readonly depth?: number;
  readonly colourType?: number;
  readonly interlace?: number;
}

/** Nobody looks at the checksum: a picture that is damaged inside is drawn damaged. */
function chunk(type: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.byteLength);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)]);
}

function png(header: PngHeader, ...between: readonly Buffer[]): Buffer {
  const { width = 2, depth = 8, colourType = RGB, interlace = 0 } = header;
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(1, 4);
  const kind = Buffer.from([depth, colourType, 0, 0, interlace]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([size, kind])),
    ...between,
    chunk('IDAT', deflateSync(Buffer.alloc(7))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const COLOURS = chunk('PLTE', Buffer.alloc(6));
const TRANSPARENT_COLOUR = chunk('tRNS', Buffer.alloc(2));

it.each([
  ['RGB', png({}), null],
  ['RGB of 16 bits', png({ depth: 16 }), null],
  ['grey', png({ colourType: GREY }), null],
  ['black and white', png({ colourType: GREY, depth: 1 }), null],
  ['a palette', png({ colourType: PALETTE }, COLOURS), null],
  ['a palette that is not there', png({ colourType: PALETTE }), 'malformed'],
  ['RGB with alpha', png({ colourType: RGB_WITH_ALPHA }), 'transparent'],
  ['grey with alpha', png({ colourType: 4 }), 'transparent'],
  ['RGB with a transparent colour', png({}, TRANSPARENT_COLOUR), 'transparent'],
  ['a palette with one', png({ colourType: PALETTE }, COLOURS, TRANSPARENT_COLOUR), 'transparent'],
  ['interlaced', png({ interlace: 1 }), 'interlaced'],
  ['no width', png({ width: 0 }), 'malformed'],
  ['5 bits', png({ depth: 5 }), 'malformed'],
  ['a palette of 16 bits', png({ colourType: PALETTE, depth: 16 }, COLOURS), 'malformed'],
  ['colour type 5', png({ colourType: 5 }), 'malformed'],
  ['something behind its end', Buffer.concat([png({}), Buffer.from('more')]), null],
])('a PNG of %s: %s', (_, bytes, fault) => {
  expect(pictureFault(bytes)).toBe(fault);
});

function segment(marker: number, content: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, 0, content.length + 2, ...content]);
}

/** Bits of a sample, height, width, and 3 bytes for each component. */
function frame(
  components: number,
  marker = 0xc0,
  [bits, height, width]: readonly [number, number, number] = [8, 1, 2],
): Buffer {
  const each = Array.from({ length: components }, (_, at) => [at + 1, 0x11, 0]).flat();
  return segment(marker, [bits, 0, height, 0, width, components, ...each]);
}

const START = Buffer.from([0xff, 0xd8]);
const APPLICATION = segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const QUANTIZATION = segment(0xdb, [0]);
const HUFFMAN = segment(0xc4, [0]);
const SCAN = Buffer.concat([
  segment(0xda, [1, 1, 0, 0, 63, 0]),
  Buffer.from([0x3f, 0xff, 0, 0x7f]),
]);
const END = Buffer.from([0xff, 0xd9]);

function jpeg(...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([START, APPLICATION, QUANTIZATION, ...segments]);
}

it.each([
  ['RGB', jpeg(frame(3), HUFFMAN, SCAN, END), null],
  ['grey', jpeg(frame(1), HUFFMAN, SCAN, END), null],
  ['RGB in progressive order', jpeg(frame(3, 0xc2), HUFFMAN, SCAN, SCAN, END), null],
  ['Huffman tables before the frame', jpeg(HUFFMAN, frame(3), SCAN, END), null],
  ['bytes that fill a gap', jpeg(Buffer.from([0xff, 0xff]), frame(3), SCAN, END), null],
  ['something behind its end', jpeg(frame(3), SCAN, END, Buffer.alloc(20)), null],
  ['a small picture within it', jpeg(segment(0xe1, [...END]), frame(3), SCAN), 'cut_off'],
  ['CMYK', jpeg(frame(4), HUFFMAN, SCAN, END), 'cmyk'],
  ['two components', jpeg(frame(2), HUFFMAN, SCAN, END), 'rare_kind'],
  ['12 bits', jpeg(frame(3, 0xc1, [12, 1, 2]), HUFFMAN, SCAN, END), 'rare_kind'],
  ['pixels without loss', jpeg(frame(3, 0xc3), HUFFMAN, SCAN, END), 'rare_kind'],
  ['no height', jpeg(frame(3, 0xc0, [8, 0, 2]), SCAN, END), 'malformed'],
  ['no frame', jpeg(HUFFMAN, SCAN, END), 'malformed'],
  ['text among its segments', jpeg(Buffer.from('text'), frame(3), SCAN, END), 'malformed'],
  ['no end', jpeg(frame(3), HUFFMAN, SCAN), 'cut_off'],
])('a JPEG of %s: %s', (_, bytes, fault) => {
  expect(pictureFault(bytes)).toBe(fault);
});

it.each([
  ['PNG', png({}), 8],
  ['JPEG', jpeg(frame(3), HUFFMAN, SCAN, END), 2],
])('a %s is cut off wherever it is cut', (_, whole, signature) => {
  for (let end = signature; end < whole.byteLength; end++)
    expect([end, pictureFault(whole.subarray(0, end))]).toEqual([end, 'cut_off']);
});

it.each([['not a picture'], [''], ['\x89PNG'], ['GIF89a'], ['\xff']])(
  '%j is no picture',
  (text) => {
    expect(pictureFault(Buffer.from(text, 'latin1'))).toBe('not_a_picture');
  },
);
