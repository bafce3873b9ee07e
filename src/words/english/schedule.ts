/** English words of the command that stays up. */
import { quoted } from './phrases.js';

export const SCHEDULE = {
  /** What happened to a job, as a terminal shows it. */
  events: {
    waiting: 'waiting',
    started: 'started',
    finished: 'finished',
    failed: 'failed',
    skipped: 'skipped',
    stopped: 'stopped',
  },
  notCron: (expression: string): string => `${quoted(expression)} is no cron expression`,
  healthUnwritable: (reason: string): string => `the health file cannot be written: ${reason}`,
  healthFile: 'health file',
  stillAtWork: 'its last time is not done',
  providerUnread: 'provider.json cannot be read',
  ledgerGone: (output: string, period: string): string =>
    `${output} held ${period} and holds no ledger now: is it mounted?`,
  someBlocked: (period: string | null): string => {
    const again = period === null ? '' : `; once repaired: kefu-billing run ${period}`;
    return `some merchants are blocked${again}`;
  },
  nothingPublished: 'nothing is published; the problems are told above',
};
