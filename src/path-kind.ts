/** What stands at a path. */
import { lstat } from 'node:fs/promises';

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
