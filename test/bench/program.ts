/** The programs that are timed: this revision's, and another's beside it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Program {
  /** The checkout, with its `node_modules` and `dist`. */
  readonly root: string;
  /** What `kefu-billing` starts. */
  readonly main: string;
}

export const ROOT = join(import.meta.dirname, '../..');

export function programIn(root: string): Program {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  return { root, main: join(root, bin['kefu-billing'] ?? '') };
}

/** Another revision, checked out into a folder, installed and built. */
export function programOf(revision: string, folder: string): Program {
  const say = (command: string, ...args: string[]): void => {
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', ROOT, folder]);
  say('git', 'checkout', '--quiet', revision);
  say('npm', 'ci', '--no-audit', '--no-fund', '--loglevel', 'error');
  say('npm', 'run', 'build');
  return programIn(folder);
}
