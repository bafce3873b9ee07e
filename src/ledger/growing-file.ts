/** A file of a batch that grows piece by piece, since its whole may be larger than memory. */
import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileRecord } from './manifest.js';

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

  /** Syncs and closes it; gives its record for the manifest. */
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
