/** A kill loses no bytes that were only written; a power cut does. So what is renamed must be synced before. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { callsIn } from './dead-staging.js';
import type { Mode } from './child.js';
import type { Call } from './hook.js';
import { writeInput } from './input.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

/** Paths whose last change comes after their last sync, at this call. */
function unsyncedBefore(calls: readonly Call[], end: number): string[] {
  const dirty = new Set<string>();
  for (const { name, path, target } of calls.slice(0, end)) {
    if (name === 'sync') dirty.delete(path);
    if (name === 'writeFile' || name === 'write') dirty.add(path);
    if (['create', 'mkdir', 'unlink', 'rmdir'].includes(name)) dirty.add(dirname(path));
    if (name === 'rename' || name === 'symlink') dirty.add(dirname(target));
  }
  return [...dirty].sort();
}

async function traced(mode: Mode): Promise<Call[]> {
  const output = join(folder, mode);
  mkdirSync(output);
  return callsIn({ mode, input: writeInput(join(folder, 'input'), true), output });
}

it.each(['run', 'preview'] as const)(
  '%s: all in the staging folder is synced first',
  async (mode) => {
    const calls = await traced(mode);
    const commit = calls.findIndex(
      ({ name, path }) => name === 'rename' && path.includes('.staging-'),
    );
    const staging = calls[commit]?.path ?? '';
    expect(staging).toContain('.staging-');
    expect(unsyncedBefore(calls, commit).filter((path) => path.startsWith(staging))).toEqual([]);
    expect(
      calls.filter(({ name, path }) => name === 'create' && path.startsWith(staging)),
    ).not.toEqual([]);
    expect(unsyncedBefore(calls, commit)).not.toContain('output');

    // What makes it visible, and the names in the period's folder, are synced last.
    const removal = calls.findIndex(({ name }, at) => at > commit && name === 'rm');
    expect(unsyncedBefore(calls, removal)).not.toContain('output/2026-10');
  },
);
