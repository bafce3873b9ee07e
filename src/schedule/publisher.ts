/** Publishes what is due while nobody looks. */
import type { DateTime } from 'luxon';
import { lastPublishedPeriod } from '../ledger/list-batches.js';
import { isoDate } from '../period/local-date.js';
import { parsePeriod, type Period } from '../period/period.js';
import { readProvider } from '../reference/read-provider.js';
import type { Words } from '../words/in-language.js';
import { duePeriods } from './due-periods.js';
import { isPublished, type Outcome } from './schedule.js';

export interface PublisherJob {
  readonly input: string;
  readonly output: string;
  readonly nowIn: (timeZone: string) => DateTime;
  /** Publishes a period. */
  readonly publish: (period: Period) => Promise<Outcome>;
  /** Keeps the last published period over restarts. */
  readonly memory: LedgerMemory;
  readonly words: Words['schedule'];
}

export interface LedgerMemory {
  /** The last period that the output folder was seen to hold; null: it never held one. */
  readonly lastSeen: string | null;
  readonly remember: (period: string) => void;
}

export class Publisher {
  constructor(private readonly job: PublisherJob) {}

  /**
   * Publishes each period that is due and has no batch, oldest first; the settings are read anew each
   * time. It ends with the first that is not published: months behind the last facts wait for theirs.
   */
  async publishDue(): Promise<Outcome> {
    const { input, output, nowIn, publish, memory, words } = this.job;
    const { provider } = await readProvider(input);
    if (provider === null) return { status: 1, message: words.providerUnread };
    const last = await lastPublishedPeriod(output);
    // a folder that held a ledger and holds none, or less of it, is unmounted or an old copy: nothing is numbered again
    if (memory.lastSeen !== null && (last ?? '') < memory.lastSeen)
      return { status: 1, message: words.ledgerGone(output, memory.lastSeen, last) };
    if (last !== null) memory.remember(last);
    const today = isoDate(nowIn(provider.timeZone));
    const lastPeriod = last === null ? null : (parsePeriod(last) ?? null);
    let ended: Outcome = { status: 0 };
    for (const period of duePeriods(today, provider.settlementDays, lastPeriod)) {
      const outcome = await publish(period);
      ended = joined(ended, outcome);
      if (!isPublished(outcome)) break;
      const seen = await lastPublishedPeriod(output);
      if (seen !== null) memory.remember(seen);
    }
    return ended;
  }
}

/** The worse of two outcomes, with the warnings of both. */
function joined(before: Outcome, outcome: Outcome): Outcome {
  const worse = outcome.status === 0 ? before : outcome;
  const warnings = new Map(Object.entries(before.warnings ?? {}));
  for (const [code, count] of Object.entries(outcome.warnings ?? {}))
    warnings.set(code, (warnings.get(code) ?? 0) + count);
  return warnings.size === 0 ? worse : { ...worse, warnings: Object.fromEntries(warnings) };
}
