/** Folders that a test file makes: they are removed after its last test. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, inject } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty one, or one with files of such names and texts. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(inject('testFolder'), 'folder-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** One with what another holds. */
export function temporaryCopy(of: string): string {
  const folder = temporaryFolder();
  cpSync(of, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}
