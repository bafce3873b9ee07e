/** Lists the input folder. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every plain file below the input folder, with `/`; links and hidden files are not part of the input. */
export async function listFiles(inputFolder: string): Promise<string[]> {
  const entries = await readdir(inputFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(inputFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some(isHidden))
    .sort();
}

/** By its name; and what Office writes beside a workbook that somebody has open, such as `~$orders.xlsx`. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}
