import { describe, expect, it } from 'vitest';
import { encodingOf } from '../../src/reference/text-encoding.js';

const TEXT = '订单编号,付款时间,总金额\nO1,2026/10/2 8:00,100.00\n';

describe('UTF-16 without a mark is known by the zeros of its commas and digits', () => {
  it.each([
    ['the low byte first', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['the high byte first', Buffer.from(TEXT, 'utf16le').swap16(), 'utf-16be'],
    ['with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-8 has none', Buffer.from(TEXT), 'utf-8'],
    // a lone zero is a fault of the text, and told as that
    ['one zero among many letters', Buffer.from(`${'a'.repeat(41)}\0${TEXT}`), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
  });
});

/** GB18030, as spreadsheets save it: 订单 is B6 A9 B5 A5. */
const gb18030 = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

function cutAfter(text: string, part: string): Buffer {
  const [above = '', below = ''] = text.split(part);
  return Buffer.concat([Buffer.from(above + part).subarray(0, -1), Buffer.from(below)]);
}

describe('what GB18030 would decode into nonsense is told from it', () => {
  it.each([
    ['Chinese in GB18030', gb18030('B6A9 B5A5 2C B8B6 BFEE CAB1 BCE4 0A'), 'gb18030'],
    // 镕 is E9 46, a letter with an accent before a plain one
    ['a rare character among others', gb18030('D6EC E946 BBF9'), 'gb18030'],
    // 一 is D2 BB, which UTF-8 has too
    ['what UTF-8 has by chance', gb18030('D2BB B6FE C8FD'), 'gb18030'],
    ['UTF-8 with a stray byte', Buffer.concat([Buffer.from(TEXT), gb18030('E96E')]), 'neither'],
    // the last byte of 间 is not there
    ['UTF-8 of which a character is cut', cutAfter(TEXT, '付款时间'), 'neither'],
    ['Müller in Latin-1', Buffer.from('M1,Müller\n', 'latin1'), 'neither'],
    // 台灣 is A5 78 C6 57, of which GB18030 makes characters without a meaning
    ['台灣茶葉 in Big5', gb18030('A578 C657 AFF9 B8AD'), 'unsure'],
    ['株式会社 in Shift_JIS', gb18030('8A94 8EAE 89EF 8ED0'), 'unsure'],
  ])('%s', (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
  });
});
