/**
 * What stands in the place of an input file and is none that can be read: a pipe or a device, which has no
 * end; and a link that leads out of the input folder, whose target is nobody's to show.
 */
import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { problem, type Problem } from '../problem.js';

/** Thrown in place of an error of the system. */
export class UnfitInput extends Error {
  override readonly name = 'UnfitInput';

  constructor(readonly why: 'no-file' | 'link-outside') {
    super(why === 'no-file' ? 'it is no file' : 'it is a link that leads out of the input folder');
  }
}

/** Throws where the file is unfit, or is not there. What is a folder is found out by whoever reads it. */
export async function assertFitInput(folder: string, file: string): Promise<void> {
  const [root, path] = [await realpath(folder), await realpath(join(folder, file))];
  const place = relative(root, path);
  if (place === '..' || place.startsWith(`..${sep}`)) throw new UnfitInput('link-outside');
  await assertFile(path);
}

/** Throws where there is neither a file nor a folder. */
export async function assertFile(path: string): Promise<void> {
  const found = await stat(path);
  if (!found.isFile() && !found.isDirectory()) throw new UnfitInput('no-file');
}

/** Why an input file could not be read. */
export function unreadableInput(file: string, error: unknown): Problem {
  const why = error instanceof UnfitInput ? error.why : 'permissions';
  return problem('file-unreadable', { file }, { case: why });
}
