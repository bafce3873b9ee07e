/** An output folder that is given as a link is followed once, for every reader and writer alike. */
import { realpath } from 'node:fs/promises';
import type { Command } from 'commander';
import { pathKind } from '../path-kind.js';

/** Any other path stays as it is given, and is shown so. */
export async function followOutput(command: Command): Promise<void> {
  const { output } = command.opts<{ output?: string }>();
  if (output === undefined || (await pathKind(output.replace(/\/+$/, ''))) !== 'link') return;
  const target = await realpath(output).catch(() => output);
  command.setOptionValue('output', target);
}
