/** The first lines of a text file, which hold its header. */
import { textBytes } from './text-bytes.js';

const HEADER_BYTES_MAX = 1 << 20;

export async function headOf(path: string): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of textBytes(path)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= HEADER_BYTES_MAX) break;
  }
  return Buffer.concat(pieces).subarray(0, HEADER_BYTES_MAX).toString();
}
