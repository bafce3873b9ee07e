/** A folder beside the batches that is made anew whole: accounts and comparisons, which are no part of the ledger. */
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';
import { siblingName } from './hidden-name.js';
import { commit, createStaging, removeStaging } from './staging.js';

/** `write` fills a folder that takes the place of `<output>/<name>`; where it throws, the old one stands. */
export async function replaceFolder(
  output: string,
  name: string,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const staging = await createStaging(output);
  try {
    await write(staging);
    await swap(staging, join(output, name));
  } catch (error) {
    await removeStaging(staging);
    throw error;
  }
}

/** The old folder goes by way of a name that nobody reads. */
async function swap(staging: string, target: string): Promise<void> {
  const old = join(dirname(target), siblingName(basename(staging), 'trash'));
  try {
    await rename(target, old);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  await commit(staging, target);
  await rm(old, { recursive: true, force: true });
}
