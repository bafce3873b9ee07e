/** Bytes → text: UTF-8, with or without a mark, or GB18030. */
import { isUtf8 } from 'node:buffer';
import { told, type Problem } from '../problem.js';

/** The text without its byte-order mark, or why there is none. */
export function decodeText(file: string, bytes: Uint8Array): string | Problem {
  if (bytes.includes(0)) {
    return told('nul-byte', { file }, 'the file holds a NUL byte', 'save the file again as text');
  }
  try {
    const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return told(
      'encoding-unknown',
      { file },
      'the text is neither UTF-8 nor GB18030',
      'save the file as UTF-8',
    );
  }
}
