import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileLines } from '../../src/ledger/file-lines.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function linesOf(text: string): Promise<[string, number][]> {
  const lines: [string, number][] = [];
  for await (const line of fileLines(join(temporaryFolder({ 'a.jsonl': text }), 'a.jsonl')))
    lines.push([line.text.toString(), line.offset]);
  return lines;
}

it('gives each line with its line feed and its place in bytes', async () => {
  // 云 takes three bytes: the third line begins at 3 + 4 = 7.
  expect(await linesOf('ab\n云\nc\n')).toEqual([
    ['ab\n', 0],
    ['云\n', 3],
    ['c\n', 7],
  ]);
  expect(await linesOf('')).toEqual([]);
});

it('splits no line that is longer than what is read at once', async () => {
  const long = '客'.repeat(50_000);
  expect(await linesOf(`${long}\nshort\n`)).toEqual([
    [`${long}\n`, 0],
    ['short\n', 150_001],
  ]);
});

it('does not take half a line for a whole one', async () => {
  await expect(linesOf('ab\nc')).rejects.toThrow('cut-off');
});
