/**
 * The one folder in which all tests of a run work, and which they take for the system's own: it goes
 * when they are done, however they ended. That of a run which was killed goes with the next one.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly testFolder: string;
  }
}

const PREFIX = 'kefu-billing-tests-';

export default function setup(project: TestProject): () => void {
  removeThoseOfDeadRuns();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  process.env['TMPDIR'] = folder;
  project.provide('testFolder', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

function removeThoseOfDeadRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX)
      ? /^(\d+)-/.exec(name.slice(PREFIX.length))?.[1]
      : undefined;
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
