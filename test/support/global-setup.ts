/** The one folder in which all tests of a run work; it goes when they are done, however they ended. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly testFolder: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-billing-tests-'));
  project.provide('testFolder', folder);
  return () => {
    rmSync(folder, { recursive: true });
  };
}
