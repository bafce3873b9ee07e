/** A file that holds the last event, for a supervisor; replaced in whole, so that nobody reads half. */
import { renameSync, writeFileSync } from 'node:fs';
import { errorMessage } from '../error-message.js';

export class HealthFile {
  constructor(private readonly path: string) {}

  /** Why it could not be written; null where it was. */
  write(content: object): string | null {
    try {
      writeFileSync(`${this.path}.new`, `${JSON.stringify({ pid: process.pid, ...content })}\n`);
      renameSync(`${this.path}.new`, this.path);
      return null;
    } catch (error) {
      return errorMessage(error);
    }
  }
}
