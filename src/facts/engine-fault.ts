/** What the engine says where it is not the input that is at fault: it has no room, in memory or on the disk. */
import { errorMessage } from '../error-message.js';

export type EngineLack = 'memory' | 'temporary-files' | 'open-files';

export class EngineFault extends Error {
  override readonly name = 'EngineFault';

  constructor(
    readonly lack: EngineLack,
    /** What it may keep in memory, such as `2GB`. */
    readonly memory: string,
    reason: string,
  ) {
    super(reason);
  }
}

const NO_DISK = /max_temp_directory_size|No space left|Disk quota|Read-only file system/;
const NO_MEMORY =
  /Out of Memory|could not allocate block|failed to (?:pin block|allocate data)|bad_alloc/;

/** An `EngineFault`, or the error as it is; `spillFolder` is where the engine puts what does not fit into `memory`. */
export function engineFaultOf(error: unknown, spillFolder: string, memory: string): unknown {
  const [first = ''] = errorMessage(error).split('\n');
  const reason = first.replace(/ \([^()]* used\)$/, '');
  const isOf = (lack: EngineLack): EngineFault => new EngineFault(lack, memory, reason);
  if (reason.includes('Too many open files')) return isOf('open-files');
  const isFile = reason.startsWith('IO Error');
  if (NO_DISK.test(errorMessage(error)) && (!isFile || reason.includes(spillFolder)))
    return isOf('temporary-files');
  if (isFile && reason.includes(spillFolder)) return isOf('temporary-files');
  return NO_MEMORY.test(reason) ? isOf('memory') : error;
}

/** For those who take any other error of the engine for one of their file. */
export function throwEngineFault(error: unknown): void {
  if (error instanceof EngineFault) throw error;
}
