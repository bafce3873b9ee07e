/**
 * A file that holds the last event, for a supervisor; replaced in whole, so that nobody reads half. It
 * also keeps what the output folder held, for a schedule that starts again: the folder itself may be unmounted.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { errorMessage } from '../error-message.js';
import type { LedgerMemory } from '../schedule/publisher.js';

export class HealthFile implements LedgerMemory {
  private ledger: { readonly output: string; readonly last_period: string } | null;

  /** `path`: null where nothing is kept longer than the process lives. */
  constructor(
    private readonly path: string | null,
    private readonly output: string,
  ) {
    const kept = path === null ? null : ledgerIn(path);
    this.ledger = kept?.output === output ? kept : null;
  }

  get lastSeen(): string | null {
    return this.ledger?.last_period ?? null;
  }

  remember(period: string): void {
    this.ledger = { output: this.output, last_period: period };
  }

  /** Why it could not be written; null where it was. */
  write(content: object): string | null {
    if (this.path === null) return null;
    const kept = this.ledger === null ? {} : { ledger: this.ledger };
    try {
      const text = JSON.stringify({ pid: process.pid, ...content, ...kept });
      writeFileSync(`${this.path}.new`, `${text}\n`);
      renameSync(`${this.path}.new`, this.path);
      return null;
    } catch (error) {
      return errorMessage(error);
    }
  }
}

/** What an earlier process has kept; null where it is nothing that one has written. */
function ledgerIn(path: string): { output: string; last_period: string } | null {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly ledger?: { readonly output?: unknown; readonly last_period?: unknown };
    };
    const { output, last_period: period } = kept.ledger ?? {};
    return typeof output === 'string' && typeof period === 'string'
      ? { output, last_period: period }
      : null;
  } catch {
    return null;
  }
}
