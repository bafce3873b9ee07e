/** Writes that are on the disk once they return. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../error-code.js';
import type { FileRecord } from './manifest.js';
import { sha256 } from './sha256.js';

/** A file as it was written: it is held against what is there before it is published. */
export interface WrittenFile extends FileRecord {
  readonly bytes: number;
}

/** Writes a whole new file of a batch, its folders with it. */
export async function writeSynced(
  folder: string,
  file: string,
  content: string | Uint8Array,
  rows: number | null,
): Promise<WrittenFile> {
  await makeFoldersOf(folder, file);
  await using handle = await open(join(folder, file), 'wx');
  await handle.writeFile(content);
  await handle.sync();
  return { file, sha256: sha256(content), rows, bytes: Buffer.byteLength(content) };
}

/** The same by way of another folder, where others may put the same file. Both folders are there. */
export async function placeSynced(
  folder: string,
  way: string,
  file: string,
  content: string | Uint8Array,
  rows: number | null,
): Promise<WrittenFile> {
  const written = await writeSynced(way, basename(file), content, rows);
  await rename(join(way, written.file), join(folder, file));
  return { ...written, file };
}

/** Copies a whole file into a batch; it may be larger than memory. */
export async function copySynced(
  folder: string,
  file: string,
  from: string,
  rows: number | null,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  await using handle = await open(join(folder, file), 'wx');
  for await (const chunk of createReadStream(from)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    await handle.writeFile(chunk as Buffer);
  }
  await handle.sync();
  return { file, sha256: hash.digest('hex'), rows, bytes };
}

/** What has been created, renamed or removed in a folder. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** The folders between `folder` and a file in it. `folder` itself is never made: where it is gone, so is the batch. */
export async function makeFoldersOf(folder: string, file: string): Promise<void> {
  let made = folder;
  for (const name of file.split('/').slice(0, -1)) {
    made = join(made, name);
    try {
      await mkdir(made);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
