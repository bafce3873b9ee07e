/** Whether a worker reads what the run reads: nothing is billed from other bytes. */
import { join } from 'node:path';
import { fileSha256 } from '../../ledger/sha256.js';
import { fileIdentity, type IdentifiedFile } from '../../reference/file-identity.js';

/** A file by its bytes; `file` is relative to the input folder. */
export interface HashedFile {
  readonly file: string;
  readonly sha256: string;
}

/** The worker's machine says which file it was. */
export class InputDiffers extends Error {
  override readonly name = 'InputDiffers';

  constructor(file: string) {
    super(`${file} in --input is not the one that the run reads`);
  }
}

/** Each as it is before it is read: see `changedFiles`. */
export async function hashFiles(
  inputFolder: string,
  files: readonly string[],
): Promise<(HashedFile & IdentifiedFile)[]> {
  const hashed: (HashedFile & IdentifiedFile)[] = [];
  for (const file of files) {
    const path = join(inputFolder, file);
    const identity = await fileIdentity(path);
    hashed.push({ file, identity, sha256: await fileSha256(path) });
  }
  return hashed;
}

/** Throws where a file is not among those that the run reads, or not as it is there. */
export function expectAmong(found: readonly HashedFile[], told: readonly HashedFile[]): void {
  const known = new Map(told.map(({ file, sha256 }) => [file, sha256]));
  for (const { file, sha256 } of found)
    if (known.get(file) !== sha256) throw new InputDiffers(file);
}

/** Throws where the two are not the same files with the same bytes. */
export function expectSame(found: readonly HashedFile[], told: readonly HashedFile[]): void {
  expectAmong(found, told);
  expectAmong(told, found);
}
