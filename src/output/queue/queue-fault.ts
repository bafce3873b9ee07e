/** Why a queue does not carry jobs: a fault of the machines, and none of the program. */
import { errorCode } from '../../error-code.js';
import { errorMessage } from '../../error-message.js';
import type { ProblemValues } from '../../problem-values.js';
import type { JobKind } from './work-queues.js';

/** What a run is told of jobs of each kind: one that failed, nobody who does any, and nothing that is done. */
export const JOB_FAULTS = {
  slice: { failed: 'slice-failed', nobody: 'no-worker', nothing: 'no-slice-done' },
  bucket: { failed: 'bucket-failed', nobody: 'no-bucket-worker', nothing: 'no-bucket-done' },
} as const satisfies Readonly<Record<JobKind, object>>;

export class QueueFault extends Error {
  override readonly name = 'QueueFault';

  /** `queue`: its address, as people may see it. */
  constructor(
    readonly queue: string,
    readonly values: ProblemValues['queue-unusable'],
  ) {
    super('reason' in values ? values.reason : values.case);
  }
}

/** What a Redis answers whom it does not know, or to whom it forbids a command. */
const NOT_LET_IN = /^(NOAUTH|WRONGPASS|NOPERM|ERR .*AUTH)/;

/** What a command of the queue failed with. */
export function asQueueFault(queue: string, error: unknown): QueueFault {
  if (error instanceof QueueFault) return error;
  const [code, message] = [errorCode(error), errorMessage(error)];
  const reason = code === null ? message : [code, message].filter(Boolean).join(': ');
  const isOut = NOT_LET_IN.test(reason);
  return new QueueFault(queue, { case: isOut ? 'not-let-in' : 'unreachable', reason });
}
