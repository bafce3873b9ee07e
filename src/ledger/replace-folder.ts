/** A folder beside the batches that is made anew whole: accounts and comparisons, which are no part of the ledger. */
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';
import { siblingName } from './hidden-name.js';
import { Staging } from './staging.js';
import type { WrittenFile } from './write-synced.js';

/** `write` fills a folder, and says with what; it takes the place of `<output>/<name>`; where it throws, the old one stands. */
export async function replaceFolder(
  output: string,
  name: string,
  write: (folder: string) => Promise<readonly WrittenFile[]>,
): Promise<void> {
  const staging = await Staging.create(output);
  try {
    await swap(staging, await write(staging.folder), join(output, name));
  } catch (error) {
    await staging.remove();
    throw error;
  }
}

/** The old folder goes by way of a name that nobody reads. */
async function swap(
  staging: Staging,
  written: readonly WrittenFile[],
  target: string,
): Promise<void> {
  const old = join(dirname(target), siblingName(basename(staging.folder), 'trash'));
  await staging.hold(written);
  const hadOld = await moved(target, old);
  try {
    await staging.commit(target, written);
  } catch (error) {
    if (hadOld) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** False where there is nothing to move. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
