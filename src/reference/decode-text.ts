/** Bytes → text: UTF-8, with or without a mark, UTF-16 or GB18030. */
import { problem, type Problem } from '../problem.js';
import { encodingOf } from './text-encoding.js';

/** The text without its byte-order mark, or why there is none. */
export function decodeText(file: string, bytes: Uint8Array): string | Problem {
  const encoding = encodingOf(bytes);
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!isWide && bytes.includes(0)) return problem('nul-byte', { file }, { case: 'saved' });
  if (encoding === 'unsure') {
    return problem('encoding-unknown', { file }, { case: 'unsure-table' });
  }
  try {
    if (encoding !== 'neither') return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // what can be decoded in part is none of these either
  }
  return problem('encoding-unknown', { file }, { case: 'neither' });
}
