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
