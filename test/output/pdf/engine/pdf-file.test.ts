import { describe, expect, it } from 'vitest';
import { PdfFile, textString } from '../../../../src/output/pdf/engine/pdf-file.js';

describe('a file', () => {
  const file = new PdfFile();
  const later = file.reserve();
  const stream = file.addStream('/Kind /Bytes', Buffer.from([0xff, 0x0a, 0x00]));
  file.add(`<</Of ${stream}>>`, later);
  const bytes = file.end(`/Root ${later}`);
  const text = bytes.toString('latin1');

  it('numbers objects in the order in which they are named, wherever they stand', () => {
    expect([later, stream]).toEqual(['1 0 R', '2 0 R']);
    expect(text).toContain('1 0 obj\n<</Of 2 0 R>>\nendobj\n');
  });

  it('holds the bytes of a stream as they are', () => {
    expect(text).toContain(
      '2 0 obj\n<</Kind /Bytes /Length 3>>\nstream\n\xff\n\0\nendstream\nendobj\n',
    );
  });

  it('says at which byte each object and the list of them begin', () => {
    const [, list = ''] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
    expect(text.slice(Number(list))).toMatch(/^xref\n0 3\n0000000000 65535 f \n/);
    const places = [...text.matchAll(/(\d{10}) 00000 n \n/g)].map(([, place]) => Number(place));
    expect(places.map((place) => text.slice(place, place + 7))).toEqual(['1 0 obj', '2 0 obj']);
    expect(text).toContain('trailer\n<</Size 3 /Root 1 0 R>>\n');
  });
});

it.each([
  ['INV-1', '(INV-1)'],
  // With the mark U+FEFF, and 𠮷 as two halves.
  ['茶', '<feff8336>'],
  ['𠮷', '<feffd842dfb7>'],
  ['(a)', '<feff002800610029>'],
])('the text %s is written %s', (text, expected) => {
  expect(textString(text)).toBe(expected);
});
