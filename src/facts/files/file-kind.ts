/** What a file is by its content, whatever its name says. */
import { open } from 'node:fs/promises';

export type FileKind = 'text' | 'gzip' | 'zstd' | 'parquet' | 'workbook';

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
];

export async function kindOf(path: string): Promise<FileKind> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const found = MAGIC.find(([, bytes]) => bytes.every((byte, at) => buffer[at] === byte));
    return found?.[0] ?? 'text';
  } finally {
    await handle.close();
  }
}
