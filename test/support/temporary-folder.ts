/** Folders that a test file makes: they are removed after its last test. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty one. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(inject('testFolder'), 'folder-'));
  made.push(folder);
  return folder;
}

/** One with what another holds. */
export function temporaryCopy(of: string): string {
  const folder = temporaryFolder();
  cpSync(of, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}
