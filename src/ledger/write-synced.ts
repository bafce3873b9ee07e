/** Writes that are on the disk once they return. */
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

/** What has been created, renamed or removed in a folder. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
