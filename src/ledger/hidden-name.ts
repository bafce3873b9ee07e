/**
 * Hidden names of what a run makes beside the batches. Each says which process made it: by the host, its
 * boot and the namespace in which processes are numbered, and by its number and the tick it started at.
 */
import { randomUUID } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/**
 * What a run makes beside the batches: what it writes, what it throws away, previews and their pointers;
 * and among the system's temporary files, its work folder.
 */
export type HiddenKind = 'staging' | 'trash' | 'preview' | 'pointer' | 'head' | 'work';

export interface HiddenName {
  readonly kind: HiddenKind;
  /** `host~boot~namespace~pid~start~number`; older versions had `host~boot~pid~number`. */
  readonly owner: string;
}

/** What is not known of where processes are numbered, or of when one has started. */
export const UNKNOWN = '0';

const NAME =
  /^\.(staging|trash|preview|pointer|head|work)-([\w.-]+~[\w-]+~\d+(?:~\d+~\d+)?~[0-9a-f]{8})$/;

/** A new hidden name of this run's own. */
export async function ownName(kind: HiddenKind): Promise<string> {
  const start = (await startOf('self')) ?? UNKNOWN;
  const number = randomUUID().slice(0, 8);
  return nameOf(kind, [await processSpace(), process.pid, start, number].join('~'));
}

/** The name of another kind with the same owner: a preview and its pointer. */
export function siblingName(name: string, kind: HiddenKind): string {
  return nameOf(kind, parseHiddenName(name)?.owner ?? '');
}

/** Which process made it; null for any other name. */
export function processOf(name: string): string | null {
  return parseHiddenName(name)?.owner.replace(/~[^~]*$/, '') ?? null;
}

/** null for any other name. */
export function parseHiddenName(name: string): HiddenName | null {
  const [, kind, owner] = NAME.exec(name) ?? [];
  return kind === undefined || owner === undefined ? null : { kind: kind as HiddenKind, owner };
}

/**
 * `host~boot~namespace`: within it a number is one process at a time. Containers on one host share its
 * boot, and may share its name, and number their processes each for itself.
 */
export async function processSpace(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => UNKNOWN);
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  const host = hostname().replace(/[^\w.-]/g, '_');
  return [host, boot.trim(), /\d+/.exec(namespace)?.[0] ?? UNKNOWN].join('~');
}

/** The tick at which a process has started; null where nothing tells. */
export async function startOf(pid: number | 'self'): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // the name of the program stands in brackets and may hold blanks; the 20th field behind it is the tick
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[19] ?? null;
}

function nameOf(kind: HiddenKind, owner: string): string {
  return `.${kind}-${owner}`;
}
