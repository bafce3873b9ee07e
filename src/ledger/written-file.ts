/** Files of a batch as they are written: each with its hash and its count of rows for the manifest. */
import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256, type FileRecord } from './manifest.js';
import { writeSynced } from './staging.js';

/** Writes a whole file. */
export async function writeFileOf(
  folder: string,
  file: string,
  content: string | Uint8Array,
  rows: number | null,
): Promise<FileRecord> {
  await writeSynced(join(folder, file), content);
  return { file, sha256: sha256(content), rows };
}

/** A file that grows piece by piece, since its whole may be larger than memory. */
export class GrowingFile {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(folder: string, file: string): Promise<GrowingFile> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    return new GrowingFile(file, await open(join(folder, file), 'wx'));
  }

  async append(text: string, rows: number): Promise<void> {
    this.hash.update(text);
    this.rows += rows;
    await this.handle.appendFile(text);
  }

  /** Syncs and closes it. */
  async finish(): Promise<FileRecord> {
    await this.handle.sync();
    await this.handle.close();
    return { file: this.file, sha256: this.hash.digest('hex'), rows: this.rows };
  }

  /** Closes it where it is not wanted any more. */
  async abandon(): Promise<void> {
    await this.handle.close();
  }
}
