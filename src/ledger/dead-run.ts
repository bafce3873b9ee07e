/** Whether the run that made something is provably dead. */
import { errorCode } from '../error-code.js';
import type { HiddenName } from './hidden-name.js';

/** Of the host that is `here`, and either of an earlier boot or of a process that is no more. */
export function isOfDeadRun({ owner }: HiddenName, here: string): boolean {
  const [host = '', boot = '', pid = ''] = owner.split('~');
  const [hereHost = ''] = here.split('~');
  if (host !== hereHost) return false;
  return `${host}~${boot}` !== here || !isAlive(Number(pid));
}

/** A process that may not be signalled is alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
