/** Whether input stays as it was read: what was billed would have no hash otherwise. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '../problem.js';

/** An input file as it was when it was read. */
export interface IdentifiedFile {
  /** Relative to the input folder. */
  readonly file: string;
  /** See {@link fileIdentity}. */
  readonly identity: string;
}

/** An input file that was read, as the manifest records it. */
export interface InputFile extends IdentifiedFile {
  readonly sha256: string;
  readonly rows: number;
  /** In bytes. */
  readonly size: number;
}

/** What a POSIX file system changes with every change of a file, and with every other file in its place. */
export async function fileIdentity(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(':');
}

/** Files that are not what they were when they were read and hashed. */
export async function changedFiles(
  inputFolder: string,
  files: readonly IdentifiedFile[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { file, identity } of files) {
    const now = await fileIdentity(join(inputFolder, file)).catch(() => null);
    if (now === identity) continue;
    problems.push(problem('file-changed', { file }, {}));
  }
  return problems;
}
