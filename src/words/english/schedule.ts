/** English words of the command that stays up. */
import { quoted } from './phrases.js';

export const SCHEDULE = {
  /** What happened to a job, as a terminal shows it. */
  events: {
    waiting: 'waiting',
    started: 'started',
    finished: 'finished',
    failed: 'failed',
    missed: 'missed',
    skipped: 'skipped',
    stopped: 'stopped',
  },
  notCron: (expression: string): string => `${quoted(expression)} is no cron expression`,
  healthUnwritable: (reason: string): string => `the health file cannot be written: ${reason}`,
  healthFile: 'health file',
  stillAtWork: 'its last time is not done',
  providerUnread: 'provider.json cannot be read',
  ledgerGone: (output: string, period: string, last: string | null): string =>
    `${output} held ${period} and ${last === null ? 'holds no ledger' : `ends with ${last}`} now: is it mounted? If it is meant so, publish by hand: kefu-billing run`,
  late: (due: string): string => `it was due at ${due}, and is done now`,
  warnings: (byCode: Readonly<Record<string, number>>): string =>
    `warnings: ${Object.entries(byCode)
      .map(([code, count]) => `${code} ${count}`)
      .join(', ')}`,
  someBlocked: (period: string | null): string => {
    const again = period === null ? '' : `; once repaired: kefu-billing run ${period}`;
    return `some merchants are blocked${again}`;
  },
  nothingPublished: 'nothing is published; the problems are told above',
};
