/** Writes that are on the disk once they return. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileRecord } from './manifest.js';
import { sha256 } from './sha256.js';

/** Writes a whole new file of a batch, its folders with it; gives its record for the manifest. */
export async function writeSynced(
  folder: string,
  file: string,
  content: string | Uint8Array,
  rows: number | null,
): Promise<FileRecord> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await using handle = await open(path, 'wx');
  await handle.writeFile(content);
  await handle.sync();
  return { file, sha256: sha256(content), rows };
}

/** Copies a whole file into a batch; it may be larger than memory. */
export async function copySynced(
  folder: string,
  file: string,
  from: string,
  rows: number | null,
): Promise<FileRecord> {
  const hash = createHash('sha256');
  await using handle = await open(join(folder, file), 'wx');
  for await (const chunk of createReadStream(from)) {
    hash.update(chunk as Buffer);
    await handle.writeFile(chunk as Buffer);
  }
  await handle.sync();
  return { file, sha256: hash.digest('hex'), rows };
}

/** What has been created, renamed or removed in a folder. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
