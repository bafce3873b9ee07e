/** The first bytes of a text file, unpacked: its header is among them. */
import type { Packing } from './fact-file.js';
import { lastCharacterBoundary } from './last-character-boundary.js';
import { textBytes } from './text-bytes.js';

const HEADER_BYTES_MAX = 1 << 20;

/** Of a long text in UTF-8 they end with a whole character: by half of one it would not look like UTF-8. */
export async function headOf(path: string, packing: Packing): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of textBytes(path, packing)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= HEADER_BYTES_MAX) break;
  }
  const bytes = Buffer.concat(pieces);
  if (bytes.length <= HEADER_BYTES_MAX) return bytes;
  const head = bytes.subarray(0, HEADER_BYTES_MAX);
  return head.subarray(0, lastCharacterBoundary(head));
}
