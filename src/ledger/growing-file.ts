/** A file of a batch that grows piece by piece, since its whole may be larger than memory. */
import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFoldersOf, type WrittenFile } from './write-synced.js';

export class GrowingFile {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;
  private bytes = 0;

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(folder: string, file: string): Promise<GrowingFile> {
    await makeFoldersOf(folder, file);
    return new GrowingFile(file, await open(join(folder, file), 'wx'));
  }

  async append(text: string, rows: number): Promise<void> {
    this.hash.update(text);
    this.rows += rows;
    this.bytes += Buffer.byteLength(text);
    await this.handle.appendFile(text);
  }

  /** Syncs and closes it; gives what was written. */
  async finish(): Promise<WrittenFile> {
    await this.handle.sync();
    await this.handle.close();
    const { file, rows, bytes } = this;
    return { file, sha256: this.hash.digest('hex'), rows, bytes };
  }

  /** Closes it where it is not wanted any more. */
  async abandon(): Promise<void> {
    await this.handle.close();
  }
}
