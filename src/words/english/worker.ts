/** English words of the command that renders slices of other machines' runs. */
import { counted } from './phrases.js';

export const WORKER = {
  /** What happened, as a terminal shows it. */
  events: {
    waiting: 'waiting for slices',
    started: 'started',
    finished: 'finished',
    failed: 'failed',
    trouble: 'trouble',
    stopped: 'stopped',
  },
  documents: (count: number): string => counted(count, 'document'),
  otherStamp: (run: string, worker: string): string =>
    `a run at this queue is of ${run}, and this worker of ${worker}; what differs could render other bytes: install the same on both, and start the worker again`,
};
