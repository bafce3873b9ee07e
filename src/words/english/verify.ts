/** English words for what a look at the ledger came to. */
import { counted } from './phrases.js';

export const VERIFY = {
  verified: (batches: number, documents: number, files: number, problems: number): string => {
    const checked = [
      counted(batches, 'batch', 'batches'),
      counted(documents, 'document'),
      counted(files, 'file'),
    ];
    const whole = batches === 0 ? 'nothing is published yet' : 'all is as published';
    return `${checked.join(', ')}: ${problems === 0 ? whole : counted(problems, 'problem')}`;
  },
  headMade: (batches: number, periods: number, tip: string | null): string => {
    const there = `${counted(batches, 'batch', 'batches')} of ${counted(periods, 'period')}`;
    return tip === null ? `${there}: no head is made` : `${there}; head of the ledger: ${tip}`;
  },
};
