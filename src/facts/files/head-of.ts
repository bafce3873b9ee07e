/** The first bytes of a text file, unpacked: its header is among them. */
import type { Packing } from './fact-file.js';
import { textBytes } from './text-bytes.js';

const HEADER_BYTES_MAX = 1 << 20;

export async function headOf(path: string, packing: Packing): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of textBytes(path, packing)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= HEADER_BYTES_MAX) break;
  }
  return Buffer.concat(pieces).subarray(0, HEADER_BYTES_MAX);
}
