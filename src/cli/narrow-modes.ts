/** What a command makes is for nobody to read who may not read its output folder. */
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';

const OTHERS = 0o077;

/**
 * Below an output folder of 0750 nothing is made that is wider: neither files nor folders, by whichever
 * thread. A command without such a folder makes what it makes as the umask says.
 */
export async function narrowModes(command: Command): Promise<void> {
  const { output } = command.opts<{ output?: string }>();
  const found = output === undefined ? null : await stat(output).catch(() => null);
  if (found === null) return;
  const before = process.umask(OTHERS);
  process.umask(before | (~found.mode & OTHERS));
}

/** Does some work, after which the process makes files as it did before. */
export async function keepingModes<T>(work: () => Promise<T>): Promise<T> {
  const before = process.umask(OTHERS);
  process.umask(before);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
}
