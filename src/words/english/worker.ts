/** English words of the command that works for runs on other machines. */
import { counted } from './phrases.js';

export const WORKER = {
  /** What happened, as a terminal shows it. */
  events: {
    waiting: 'waiting for',
    started: 'started',
    finished: 'finished',
    failed: 'failed',
    trouble: 'trouble',
    stopped: 'stopped',
  },
  /** What is waited for, or done. */
  kinds: { slice: 'slices to render', bucket: 'buckets to roll up' },
  rows: (count: number): string => counted(count, 'row'),
  noInput: (folder: string): string =>
    `there is no folder ${folder}: mount on this machine what the run reads, or leave out --input to render alone`,
  documents: (count: number): string => counted(count, 'document'),
  otherStamp: (run: string, worker: string): string =>
    `a run at this queue is of ${run}, and this worker of ${worker}; what differs could render other bytes: install the same on both, and start the worker again`,
};
