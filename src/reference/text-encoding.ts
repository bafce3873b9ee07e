/** Which encoding a text is in, judged by its bytes. */
import { isUtf8 } from 'node:buffer';

/**
 * `unsure`: it can be decoded as GB18030, and is more likely another encoding of Asia. `neither`: UTF-8 that is
 * damaged, or a Western text: both may be decoded as GB18030 too, and be nonsense.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'unsure' | 'neither';

/** By the first bytes of a text, which end with a whole character where it is UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = ofTwoBytes(head);
  if (wide !== null) return wide;
  if (isUtf8(head)) return 'utf-8';
  const pairs = pairsIn(head);
  if (isNearlyUtf8(head) || isWestern(pairs)) return 'neither';
  const rare = pairs.filter(([lead, trail]) => !isUsual(lead, trail)).length;
  const isFew = pairs.length < FEW_PAIRS;
  const isUnlikely =
    rare > pairs.length * (isFew ? RARE_SHARE_OF_FEW : RARE_SHARE) ||
    (isFew && !canDecode(head, 'gb18030'));
  return isUnlikely && OTHERS.some((encoding) => canDecode(head, encoding)) ? 'unsure' : 'gb18030';
}

/** Of the bytes beyond ASCII, or of the characters that they would make in GB18030. */
const MOST = 0.8;
/** So many bytes beyond ASCII tell it. */
const JUDGED_MAX = 30_000;

/** A stray byte, or a character cut in two, among those of UTF-8: text in GB18030 looks like it by few of its bytes. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  let [whole, stray, at] = [0, 0, 0];
  while (at < bytes.length && whole + stray < JUDGED_MAX) {
    const lead = bytes[at] ?? 0;
    const length = lengthInUtf8(lead);
    const isWhole = length === 1 || isUtf8(bytes.subarray(at, at + length));
    if (!isWhole) stray++;
    else if (length > 1) whole += length;
    at += isWhole ? length : 1;
  }
  return whole > (whole + stray) * MOST;
}

/** How many bytes a character has that begins with this one. */
function lengthInUtf8(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Letters with accents stand one by one before plain ones, as in Müller: in GB18030 each pair is a rare character. */
function isWestern(pairs: readonly (readonly [number, number])[]): boolean {
  const accented = pairs.filter(([lead, trail]) => lead >= 0xc0 && trail >= 0x40 && trail < 0x7f);
  return pairs.length > 0 && accented.length > pairs.length * MOST;
}

const NULS_AMONG = 16;

/** UTF-16 without a mark: half of each comma, digit and line end is zero, and no other text has zeros. */
function ofTwoBytes(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!head.includes(0)) return null;
  const nuls = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (Math.min(even, odd) > 0 || (even + odd) * NULS_AMONG < head.length) return null;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

/** In Big5 and Shift_JIS a third and more of the bytes make rare characters of GB18030; in Chinese text few do. */
const RARE_SHARE = 0.15;
/** A table of few names may have a rare one, such as 朱镕基; of characters without a meaning it has none. */
const FEW_PAIRS = 20;
const RARE_SHARE_OF_FEW = 0.5;
const OTHERS = ['big5', 'shift_jis', 'euc-kr'];

/** The characters of two bytes; those of four stand for themselves. */
function pairsIn(bytes: Uint8Array): [number, number][] {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < bytes.length; at++) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    const isOfFour = trail >= 0x30 && trail <= 0x39;
    if (!isOfFour) pairs.push([lead, trail]);
    at += isOfFour ? 3 : 1;
  }
  return pairs;
}

/** A character of GB 2312: simplified Chinese and its signs. */
function isUsual(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7));
}

/** No text of anybody holds control characters, or characters without a meaning of their own. */
const MEANINGLESS = /[\u0080-\u009f\p{Co}]/u;

function canDecode(bytes: Uint8Array, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return !MEANINGLESS.test(text);
  } catch {
    return false;
  }
}
