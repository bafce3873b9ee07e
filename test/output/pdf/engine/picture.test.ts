/** Pictures as a PDF shows them: drawn by a program that is not ours, and looked at pixel by pixel. */
import { execFileSync } from 'node:child_process';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../../src/period/local-date.js';
import { Canvas, type Rectangle } from '../../../../src/output/pdf/engine/canvas.js';
import { finishPdf } from '../../../../src/output/pdf/finish-pdf.js';
import { pictureFault } from '../../../../src/reference/picture-fault.js';
import { isInstalled } from '../../../support/tools.js';

const FACTS = {
  title: 'Pictures',
  author: 'Nobody',
  language: 'en',
  created: localDate('2026-11-20'),
} as const;

const RED = '#ff0000';
const GREEN = '#00ff00';
const BLUE = '#0000ff';
const BLACK = '#000000';

/** The upper left of a page, a pixel for each point. */
function pixels(
  draw: (canvas: Canvas) => void,
  width: number,
  height: number,
  ...options: readonly string[]
): Buffer {
  const canvas = new Canvas();
  canvas.tags.artifact(() => {
    draw(canvas);
  });
  const size = ['-r', '72', '-x', '0', '-y', '0', '-W', String(width), '-H', String(height)];
  return execFileSync('pdftoppm', [...size, ...options, '-'], { input: finishPdf(canvas, FACTS) });
}

/** The colours in the middle of the quarters of a place: above, then below. */
function quarters(picture: Buffer, { x, y, width, height }: Rectangle): string[] {
  const columns = 144;
  const page = pixels(
    (canvas) => {
      canvas.picture(picture, { x, y, width, height });
    },
    columns,
    144,
  );
  const [header = ''] = /^P6\s\d+ \d+\s255\s/.exec(page.toString('latin1')) ?? [];
  const near = [0.25, 0.75];
  return near.flatMap((down) =>
    near.map((across) => {
      const at = Math.round(y + height * down) * columns + Math.round(x + width * across);
      const pixel = page.subarray(header.length + at * 3, header.length + at * 3 + 3);
      // a JPEG keeps colours only nearly
      return `#${[...pixel].map((value) => (value > 127 ? 'ff' : '00')).join('')}`;
    }),
  );
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

/** Two by two pixels; each row begins with how it was made of the one above: not at all. */
function png(kind: number, bits: number, rows: readonly number[], palette?: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, bits, kind, 0, 0, 0])),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SQUARE = { x: 48, y: 48, width: 36, height: 36 };

describe.runIf(isInstalled('pdftoppm'))('a PNG', () => {
  it.each([
    ['grey', png(0, 8, [0, 0, 255, 0, 255, 0]), [BLACK, '#ffffff', '#ffffff', BLACK]],
    [
      'RGB',
      png(
        2,
        8,
        [
          [0, 255, 0, 0, 0, 255, 0],
          [0, 0, 0, 255, 0, 0, 0],
        ].flat(),
      ),
      [RED, GREEN, BLUE, BLACK],
    ],
    [
      'of a palette, two bits a pixel',
      // 00 01 and 10 00
      png(3, 2, [0, 0b00010000, 0, 0b10000000], Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255])),
      [RED, GREEN, BLUE, RED],
    ],
  ])('%s', (_, picture, expected) => {
    expect(pictureFault(picture)).toBeNull();
    expect(quarters(picture, SQUARE)).toEqual(expected);
  });
});

/** Twice as wide as high: red and green above, blue and black below. */
function jpeg(): Buffer {
  const quarter = { width: 32, height: 16 };
  return pixels(
    (canvas) => {
      canvas.fill([{ x: 0, y: 0, ...quarter }], RED);
      canvas.fill([{ x: 32, y: 0, ...quarter }], GREEN);
      canvas.fill([{ x: 0, y: 16, ...quarter }], BLUE);
      canvas.fill([{ x: 32, y: 16, ...quarter }], BLACK);
    },
    64,
    32,
    '-jpeg',
  );
}

/** With how the camera was held, as Exif says it: one entry of the directory, a short number. */
function held(picture: Buffer, orientation: number, order: 'II' | 'MM'): Buffer {
  const tiff = Buffer.alloc(26);
  const isLittle = order === 'II';
  const write = (value: number, at: number, size: number): void => {
    if (isLittle) tiff.writeUIntLE(value, at, size);
    else tiff.writeUIntBE(value, at, size);
  };
  tiff.write(order, 0, 'latin1');
  write(42, 2, 2);
  write(8, 4, 4);
  write(1, 8, 2);
  write(0x0112, 10, 2);
  write(3, 12, 2);
  write(1, 14, 4);
  write(orientation, 18, 2);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const segment = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), segment, content, picture.subarray(2)]);
}

describe.runIf(isInstalled('pdftoppm'))('a JPEG', () => {
  const WIDE = { x: 48, y: 48, width: 72, height: 36 };
  const HIGH = { x: 48, y: 48, width: 36, height: 72 };

  it('stands upright without Exif', () => {
    expect(quarters(jpeg(), WIDE)).toEqual([RED, GREEN, BLUE, BLACK]);
  });

  // Where the first row and the first column of its pixels are seen.
  it.each([
    [1, 'top, left', WIDE, [RED, GREEN, BLUE, BLACK]],
    [2, 'top, right', WIDE, [GREEN, RED, BLACK, BLUE]],
    [3, 'bottom, right', WIDE, [BLACK, BLUE, GREEN, RED]],
    [4, 'bottom, left', WIDE, [BLUE, BLACK, RED, GREEN]],
    [5, 'left, top', HIGH, [RED, BLUE, GREEN, BLACK]],
    [6, 'right, top', HIGH, [BLUE, RED, BLACK, GREEN]],
    [7, 'right, bottom', HIGH, [BLACK, GREEN, BLUE, RED]],
    [8, 'left, bottom', HIGH, [GREEN, BLACK, RED, BLUE]],
  ])('orientation %i: %s', (orientation, _, place, expected) => {
    for (const order of ['II', 'MM'] as const) {
      const picture = held(jpeg(), orientation, order);
      expect(pictureFault(picture)).toBeNull();
      expect(quarters(picture, place)).toEqual(expected);
    }
  });
});
