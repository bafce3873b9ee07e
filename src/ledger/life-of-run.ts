/** Whether the run that made something still lives. */
import { errorCode } from '../error-code.js';
import { startOf, UNKNOWN, type HiddenName } from './hidden-name.js';

/** `unknown`: it is numbered among other processes than those that can be seen from here. */
export type LifeOfRun = 'alive' | 'dead' | 'unknown';

const FIELDS = 6;

/** `here` is the space of processes that can be seen: see `processSpace`. */
export async function lifeOfRun({ owner }: HiddenName, here: string): Promise<LifeOfRun> {
  const fields = owner.split('~');
  const [host, boot, namespace, pid = '', start = UNKNOWN] = fields;
  const space = [host, boot, namespace].join('~');
  const isSeen = fields.length === FIELDS && space === here;
  if (!isSeen || boot === UNKNOWN || namespace === UNKNOWN) return 'unknown';
  if (!isThere(Number(pid))) return 'dead';
  const startNow = await startOf(Number(pid));
  // another process may have been given the number since
  return startNow === null || start === UNKNOWN || startNow === start ? 'alive' : 'dead';
}

/** A process that may not be signalled is there. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
