/** What stands at a path. */
import { lstat, stat } from 'node:fs/promises';

/** A link is a link, wherever it leads. */
export type PathKind = 'folder' | 'file' | 'link' | 'other' | 'absent';

/** A path that cannot be looked at is taken for absent. */
export async function pathKind(path: string): Promise<PathKind> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return 'absent';
  if (found.isDirectory()) return 'folder';
  if (found.isFile()) return 'file';
  return found.isSymbolicLink() ? 'link' : 'other';
}

/** A link to a folder is one. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
