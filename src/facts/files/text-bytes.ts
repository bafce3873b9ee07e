/** The bytes of a text file, unpacked where it is packed by gzip. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Packing } from './fact-file.js';

const CHUNK_BYTES = 1 << 22;

/** `see` is shown the bytes of the file itself, packed or not. */
export async function* textBytes(
  path: string,
  packing: Packing,
  see: (piece: Buffer) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const bytes = seen(createReadStream(path, { highWaterMark: CHUNK_BYTES }), see);
  if (packing !== 'gzip') {
    yield* bytes;
    return;
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // what goes wrong is thrown where the pieces are read
  pipeline(Readable.from(bytes), gunzip, () => undefined);
  for await (const piece of gunzip) yield piece as Buffer;
}

async function* seen(
  pieces: AsyncIterable<unknown>,
  see: (piece: Buffer) => void,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    see(piece as Buffer);
    yield piece as Buffer;
  }
}
