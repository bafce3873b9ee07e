/**
 * Hidden names of what a run makes beside the batches. Each carries the host, its boot and the process,
 * so that nothing goes but what is of provably dead runs.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/**
 * What a run makes beside the batches: what it writes, what it throws away, previews and their pointers;
 * and among the system's temporary files, its work folder.
 */
export type HiddenKind = 'staging' | 'trash' | 'preview' | 'pointer' | 'head' | 'work';

export interface HiddenName {
  readonly kind: HiddenKind;
  /** `host~boot~pid~number` */
  readonly owner: string;
}

const NAME = /^\.(staging|trash|preview|pointer|head|work)-([\w.-]+~[\w-]+~\d+~[0-9a-f]{8})$/;

/** A new hidden name of this run's own. */
export async function ownName(kind: HiddenKind): Promise<string> {
  return nameOf(kind, [await hostAndBoot(), process.pid, randomUUID().slice(0, 8)].join('~'));
}

/** The name of another kind with the same owner: a preview and its pointer. */
export function siblingName(name: string, kind: HiddenKind): string {
  return nameOf(kind, parseHiddenName(name)?.owner ?? '');
}

/** null for any other name. */
export function parseHiddenName(name: string): HiddenName | null {
  const [, kind, owner] = NAME.exec(name) ?? [];
  return kind === undefined || owner === undefined ? null : { kind: kind as HiddenKind, owner };
}

/** What owners of this host and boot begin with. */
export async function hostAndBoot(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown');
  return `${hostname().replace(/[^\w.-]/g, '_')}~${boot.trim()}`;
}

function nameOf(kind: HiddenKind, owner: string): string {
  return `.${kind}-${owner}`;
}
