/** English words for an output that cannot be written, or not all of it. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';

export function outputUnwritable(values: ProblemValues['output-unwritable']): ProblemSentence {
  switch (values.case) {
    case 'before':
      return {
        message: `the output cannot be written: ${values.reason}`,
        hint: 'make room, or correct the permissions, and run again; nothing is published',
      };
    case 'changed':
      return {
        message: `somebody changed or removed what was being written: ${values.file}`,
        hint: 'find out who clears up there, such as another container, and run again; nothing is published',
      };
    case 'after':
      return {
        message: `the batch is published; what comes after it failed: ${values.reason}`,
        hint: 'the next run puts it in order; look at it with: kefu-billing verify',
      };
    case 'after-preview':
      return {
        message: `the preview is there; what comes after it failed: ${values.reason}`,
        hint: 'the next preview puts it in order; a preview publishes nothing',
      };
  }
}
