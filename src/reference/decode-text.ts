/** Bytes → text: UTF-8, with or without a mark, or GB18030. */
import { isUtf8 } from 'node:buffer';
import { problem, type Problem } from '../problem.js';

/** The text without its byte-order mark, or why there is none. */
export function decodeText(file: string, bytes: Uint8Array): string | Problem {
  if (bytes.includes(0)) {
    return problem('nul-byte', { file }, { case: 'saved' });
  }
  try {
    const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return problem('encoding-unknown', { file }, { case: 'neither' });
  }
}
