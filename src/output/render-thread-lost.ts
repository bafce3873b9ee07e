/** A thread that renders has come to an end before its work has: of memory, or because somebody ended it. */
import { errorMessage } from '../error-message.js';
import { systemFault } from '../system-fault.js';

export class RenderThreadLost extends Error {
  override readonly name = 'RenderThreadLost';
}

const BUGS = [TypeError, RangeError, ReferenceError, SyntaxError];

/** What the work itself failed with is thrown on; of an error from another thread its kind and its message are left. */
export function orThreadLost(error: unknown): never {
  const message = errorMessage(error);
  const isBug = BUGS.some((kind) => error instanceof kind) || message.startsWith('broken promise');
  if (isBug || systemFault(error) !== null) throw error;
  throw new RenderThreadLost(message);
}
