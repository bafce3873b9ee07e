/** The files of the books as they are written, piece by piece. */
import { GrowingFile } from '../../ledger/growing-file.js';
import { writeSynced, type WrittenFile } from '../../ledger/write-synced.js';
import { PendingWork } from '../pending-work.js';
import type { FinanceAddition } from './finance-files.js';

/** A file that is synced alone waits for the disk alone. */
const WRITES_AT_ONCE = 8;

export class FinanceFolder {
  private readonly growing = new Map<string, GrowingFile>();
  private readonly records: WrittenFile[] = [];
  private readonly writes = new PendingWork(WRITES_AT_ONCE);

  /** `folder`: the batch's, inside which the files are. */
  constructor(private readonly folder: string) {}

  async add({ pieces, files, xmlFiles }: FinanceAddition): Promise<void> {
    for (const { file, head, text, rows } of pieces) {
      const known = this.growing.get(file);
      const growing = known ?? (await GrowingFile.create(this.folder, file));
      this.growing.set(file, growing);
      await growing.append(known === undefined ? head + text : text, rows);
    }
    for (const { file, content, rows } of files) await this.write(file, content, rows);
    if (xmlFiles.length === 0) return;
    const { xmlText } = await import('./xml-text.js');
    for (const { file, content } of xmlFiles) await this.write(file, xmlText(content), null);
  }

  /** Syncs and closes all of them; gives all that was written. */
  async finish(): Promise<WrittenFile[]> {
    await this.writes.finish();
    this.records.sort((left, right) => (left.file < right.file ? -1 : 1));
    for (const file of this.growing.values()) this.records.push(await file.finish());
    return this.records;
  }

  private async write(
    file: string,
    content: string | Uint8Array,
    rows: number | null,
  ): Promise<void> {
    await this.writes.start(async () => {
      this.records.push(await writeSynced(this.folder, file, content, rows));
    });
  }

  /** Closes what is not wanted any more. */
  async abandon(): Promise<void> {
    await this.writes.settle();
    for (const file of this.growing.values()) await file.abandon();
  }
}
