/** A CSV file of any length, written in large pieces. */
import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE = 1 << 20;

export class CsvFile {
  private readonly file: number;
  private waiting = '';

  constructor(path: string, header: string) {
    this.file = openSync(path, 'w');
    this.row(header);
  }

  row(cells: string): void {
    this.waiting += `${cells}\n`;
    if (this.waiting.length > PIECE) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeSync(this.file, this.waiting);
    this.waiting = '';
  }
}
