/** Where the commands of a transcript, or of a page, are performed; the time stands still there. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spoken } from '../../src/words/language.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '../..');
export const NOW = '2026-11-20T09:00';

export interface Stage {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** The language of commands that name none; null: whichever they find themselves. */
  readonly language: Spoken | null;
}

/** An empty folder; for a shell in it `kefu-billing` is the program as it was built. */
export function newStage(language: Spoken | null): Stage {
  const folder = temporaryFolder();
  const programs = join(folder, '.bin');
  mkdirSync(programs);
  const program = join(programs, 'kefu-billing');
  const run = `exec "${process.execPath}" "${ROOT}/dist/cli/bin.js" "$@"`;
  writeFileSync(program, `#!/bin/sh\n${spokenBy(language)}${run}\n`);
  chmodSync(program, 0o755);
  const env = {
    ...process.env,
    LANG: 'C',
    PATH: `${programs}:${process.env['PATH'] ?? ''}`,
    FIXTURES: join(ROOT, 'fixtures'),
    KEFU_BILLING_NOW: NOW,
  };
  return { folder, env, language };
}

function spokenBy(language: Spoken | null): string {
  if (language === null) return '';
  return `case " $* " in *" --language "*) ;; *) set -- "$@" --language ${language} ;; esac\n`;
}
