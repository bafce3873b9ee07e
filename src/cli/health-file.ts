/** A file that holds the last event, for a supervisor; replaced in whole, so that nobody reads half. */
import { renameSync, writeFileSync } from 'node:fs';

export class HealthFile {
  constructor(private readonly path: string) {}

  /** Why it could not be written; null where it was. */
  write(content: object): string | null {
    try {
      writeFileSync(`${this.path}.new`, `${JSON.stringify({ pid: process.pid, ...content })}\n`);
      renameSync(`${this.path}.new`, this.path);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
