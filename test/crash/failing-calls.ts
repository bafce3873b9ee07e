/**
 * The calls of the file system that this process makes, reads and writes alike, of which one may be made
 * to fail. The engine of the facts makes its own, which nobody here can reach.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

export interface SeenCall {
  /** As the system calls it, such as `scandir`. */
  readonly name: string;
  readonly path: string;
}

type Callable = (...values: unknown[]) => unknown;
type Callables = Record<string, Callable>;

/** The system's names of what promises and handles are asked for. */
const OF_PROMISES: Readonly<Record<string, string>> = {
  open: 'open',
  readFile: 'open',
  writeFile: 'open',
  readdir: 'scandir',
  lstat: 'lstat',
  stat: 'stat',
  realpath: 'realpath',
  readlink: 'readlink',
  mkdir: 'mkdir',
  rm: 'rm',
  rmdir: 'rmdir',
  rename: 'rename',
  symlink: 'symlink',
  link: 'link',
};
const OF_HANDLES: Readonly<Record<string, string>> = {
  read: 'read',
  write: 'write',
  writeFile: 'write',
  appendFile: 'write',
  sync: 'fsync',
};
/** What streams and recursive removals go through. */
const OF_CALLBACKS: Readonly<Record<string, string>> = {
  open: 'open',
  read: 'read',
  write: 'write',
  unlink: 'unlink',
  rmdir: 'rmdir',
};

const MESSAGES: Readonly<Record<string, string>> = {
  EIO: 'i/o error',
  ENOSPC: 'no space left on device',
  EMFILE: 'too many open files',
  EXDEV: 'cross-device link not permitted',
  EACCES: 'permission denied',
};

/**
 * Which call fails: the one at a place, from 1, or the first that meets a condition, which is asked with
 * the calls so far, this one last. Two runs need not make equally many calls.
 */
export type Failing = number | ((calls: readonly SeenCall[]) => boolean);

/** While it lasts every call is seen, and one of them fails with `code`. */
export class FailingCalls implements AsyncDisposable {
  readonly seen: SeenCall[] = [];
  hasFailed = false;
  private readonly undo: (() => void)[] = [];

  private constructor(
    private readonly failing: Failing | null,
    private readonly code: string,
  ) {}

  static async begin(failing: Failing | null = null, code = 'EIO'): Promise<FailingCalls> {
    const calls = new FailingCalls(failing, code);
    const probe = await fs.promises.open('/dev/null');
    const handles = Object.getPrototypeOf(probe) as Callables;
    await probe.close();
    const promises = fs.promises as unknown as Callables;
    const callbacks = fs as unknown as Callables;
    for (const [name, call] of Object.entries(OF_PROMISES)) calls.patch(promises, name, call);
    for (const [name, call] of Object.entries(OF_HANDLES)) calls.patch(handles, name, call);
    for (const [name, call] of Object.entries(OF_CALLBACKS))
      calls.patchCallback(callbacks, name, call);
    syncBuiltinESMExports();
    return calls;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const undo of this.undo) undo();
    syncBuiltinESMExports();
    return Promise.resolve();
  }

  /** The fault that the call is to end in; null where it is to be made. */
  private faultOf(call: string, first: unknown): NodeJS.ErrnoException | null {
    const path = typeof first === 'string' ? first : '';
    this.seen.push({ name: call, path });
    if (this.hasFailed || !this.isToFail()) return null;
    this.hasFailed = true;
    const place = path === '' ? '' : ` '${path}'`;
    const message = `${this.code}: ${MESSAGES[this.code] ?? 'failed'}, ${call}${place}`;
    return Object.assign(new Error(message), { code: this.code, syscall: call });
  }

  private isToFail(): boolean {
    const { failing, seen } = this;
    return typeof failing === 'function' ? failing(seen) : seen.length === failing;
  }

  private patch(owner: Callables, name: string, call: string): void {
    const faultOf = this.faultOf.bind(this);
    this.replace(owner, name, (original) => {
      return function (this: unknown, ...values: unknown[]) {
        const fault = faultOf(call, values[0]);
        return fault === null ? original.apply(this, values) : Promise.reject(fault);
      };
    });
  }

  private patchCallback(owner: Callables, name: string, call: string): void {
    const faultOf = this.faultOf.bind(this);
    this.replace(owner, name, (original) => {
      return function (this: unknown, ...values: unknown[]) {
        const fault = faultOf(call, values[0]);
        const done = values.at(-1);
        if (fault === null || typeof done !== 'function') return original.apply(this, values);
        process.nextTick(done, fault);
        return undefined;
      };
    });
  }

  private replace(owner: Callables, name: string, by: (original: Callable) => Callable): void {
    const original = owner[name];
    if (original === undefined) throw new Error(`there is no ${name}`);
    owner[name] = by(original);
    this.undo.push(() => {
      owner[name] = original;
    });
  }
}
