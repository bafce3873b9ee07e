/**
 * Replays a transcript: `$ command`, then what it printed (stderr behind `! `), then its exit status
 * where that is not 0. Lines that start with `# ` are kept; progress lines are left out. Each command speaks
 * English that names no language, since the fixtures' providers are Chinese; that the clock is set, which each says, is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { perform, steadyLines } from './perform.js';
import type { Performed } from './performed.js';
import { newStage } from './stage.js';

export const IS_UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1';

/** Replays a transcript file; what differs fails, or with `npm run transcripts` is written anew. */
export async function expectReplayed(
  path: string,
  prepare: (folder: string) => void = () => undefined,
): Promise<void> {
  const text = readFileSync(path, 'utf8');
  const replayed = await replay(text, prepare);
  if (IS_UPDATE) writeFileSync(path, replayed);
  expect(replayed).toBe(IS_UPDATE ? replayed : text);
}

/** The transcript as its commands print it now. */
async function replay(text: string, prepare: (folder: string) => void): Promise<string> {
  const stage = newStage('en');
  prepare(stage.folder);
  const lines = text.split('\n').filter((line) => line.startsWith('$ ') || line.startsWith('# '));
  const replayed: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('$ ')) replayed.push(line, ...shown(await perform(line.slice(2), stage)));
    else replayed.push(...(lines[at - 1]?.startsWith('# ') ? [line] : ['', line]));
  }
  return `${replayed.join('\n').trim()}\n`;
}

function shown({ stdout, stderr, status }: Performed): string[] {
  const marked = (text: string, mark: string): string[] =>
    steadyLines(text).flatMap((one) => (one === '' ? [] : [mark + one]));
  return [
    ...marked(stderr, '! '),
    ...marked(stdout, ''),
    ...(status === 0 ? [] : [`exit ${String(status)}`]),
  ];
}
