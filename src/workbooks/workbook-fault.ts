/** Why a file cannot be read as a workbook. The words for each are elsewhere. */
import { errorMessage } from '../error-message.js';
import type { WorkbookFaultReason } from '../problem-faults.js';

/** What is thrown while a workbook is opened or read; who reads it makes a problem of it. */
export class WorkbookFault extends Error {
  constructor(
    readonly reason: WorkbookFaultReason,
    /** What the libraries said of a broken one; blank where the reason says it all. */
    readonly detail = '',
  ) {
    super(`${reason}: ${detail}`);
  }
}

/** Runs what reads; whatever the zip or XML library throws is told as a broken workbook. */
export async function orBroken<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw asFault(thrown);
  }
}

/** The fault for what a library threw. */
export function asFault(thrown: unknown): WorkbookFault {
  if (thrown instanceof WorkbookFault) return thrown;
  return new WorkbookFault('broken', errorMessage(thrown));
}
