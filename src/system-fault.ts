/** A call that the operating system refused: what it answers, and about which path. */
import { relative } from 'node:path';
import { errorMessage } from './error-message.js';

export interface SystemFault {
  /** Such as `ENOSPC`. */
  readonly code: string;
  /** Such as `open`. */
  readonly call: string;
  /** null where the call was about an open file, whose path nobody tells. */
  readonly path: string | null;
}

/** > `ENOENT: no such file or directory, rename '/a/b' -> '/a/c'` */
const MESSAGE = /^(E[A-Z0-9]+): [^,]+, (\w+)(?: '(.*?)'(?: -> '.*')?)?$/s;

/**
 * null for any other error. It is read from the message, since that alone is left of an error that
 * comes from another thread.
 */
export function systemFault(error: unknown): SystemFault | null {
  const [, code, call, path = null] = MESSAGE.exec(errorMessage(error)) ?? [];
  return code === undefined || call === undefined ? null : { code, call, path };
}

/** Whether there is nothing at a path: an answer, and no fault. */
export function isAbsence(error: unknown): boolean {
  const code = systemFault(error)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** For those who take any other error for one of what they read: a disk that fails says nothing of it. */
export function throwSystemFault(error: unknown): void {
  if (systemFault(error) !== null && !isAbsence(error)) throw error;
}

/** `value` where there is nothing; any other error is thrown on. */
export function ifAbsent<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isAbsence(error)) return value;
    throw error;
  };
}

/**
 * For those who read a file and write into the work folder: throws where that, or the system as a whole, is
 * at fault. An open file is told by nobody: it is said to be in the work folder.
 */
export function throwFaultOfWork(error: unknown, workFolder: string): void {
  const fault = systemFault(error);
  if (fault === null) return;
  const { code, call, path } = fault;
  if (path === null && call === 'write')
    throw new Error(`${errorMessage(error)} '${workFolder}'`, { cause: error });
  const isInWork = path !== null && !relative(workFolder, path).startsWith('..');
  if (isInWork || code === 'EMFILE' || code === 'ENFILE' || code === 'ENOMEM') throw error;
}
