/** What stands at a path. */
import { lstat, stat } from 'node:fs/promises';
import { ifAbsent } from './system-fault.js';

/** A link is a link, wherever it leads. */
export type PathKind = 'folder' | 'file' | 'link' | 'other' | 'absent';

/** Throws where nobody can tell: a disk that fails does not say that nothing is there. */
export async function pathKind(path: string): Promise<PathKind> {
  const found = await lstat(path).catch(ifAbsent(null));
  if (found === null) return 'absent';
  if (found.isDirectory()) return 'folder';
  if (found.isFile()) return 'file';
  return found.isSymbolicLink() ? 'link' : 'other';
}

/** A link to a folder is one. Throws where nobody can tell. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), ifAbsent(false));
}
