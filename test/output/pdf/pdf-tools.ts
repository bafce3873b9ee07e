/** Programs that read PDFs. */
import { execFileSync, spawnSync } from 'node:child_process';
import type { Tool } from '../../support/tools.js';

/** What a program says to stdout; it throws where the program fails. */
export function say(tool: Tool, ...values: readonly string[]): string {
  return execFileSync(tool, values, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a program says in all, with its warnings, and how it ended. */
export function sayAll(
  tool: Tool,
  ...values: readonly string[]
): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(tool, values, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
