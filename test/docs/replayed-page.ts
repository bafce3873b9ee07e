/**
 * A page whose examples are replayed: blocks that begin with `$ command`, in the order of the page and in one
 * folder. `<!-- $ command -->` does what the text tells, such as a change of a table, and shows nothing. Of what is
 * printed a line of dots leaves out some lines, and a line that ends with `…` its end.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { englishIn } from '../support/sentences-of.js';
import { perform, steadyLines } from '../transcripts/perform.js';
import { IS_UPDATE } from '../transcripts/replay.js';
import { newStage, type Stage } from '../transcripts/stage.js';

const SKIPPED = /^…+$/;
const CUT = '…';
/** A block of commands, or one that is not shown. */
const EXAMPLE = /^```\n(\$ [^]*?)^```$|^<!-- \$ (.*) -->$/gm;
/** Each command of a block with what is said to be printed. */
const COMMAND = /^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm;

/** What differs fails, or with `npm run transcripts` is written anew. The stage is where it was done. */
export async function expectPageReplayed(path: string): Promise<Stage> {
  const page = readFileSync(path, 'utf8');
  const stage = newStage(null);
  const replayed = await replayedPage(page, stage);
  if (IS_UPDATE) writeFileSync(path, replayed);
  expect(replayed).toBe(IS_UPDATE ? replayed : page);
  return stage;
}

/** What of the outputs that a page shows is English. */
export function englishInExamples(path: string): string[] {
  const blocks = [...readFileSync(path, 'utf8').matchAll(EXAMPLE)];
  return blocks.flatMap(([, block = '']) =>
    [...block.matchAll(COMMAND)].flatMap(([, , shown = '']) => englishIn(shown)),
  );
}

async function replayedPage(page: string, stage: Stage): Promise<string> {
  const replayed: string[] = [];
  let end = 0;
  for (const example of page.matchAll(EXAMPLE)) {
    const [whole, block, unseen = ''] = example;
    if (block === undefined)
      expect([unseen, (await perform(unseen, stage)).status]).toEqual([unseen, 0]);
    const shown = block === undefined ? whole : await replayedBlock(block, stage);
    replayed.push(page.slice(end, example.index), shown);
    end = example.index + whole.length;
  }
  expect(end).toBeGreaterThan(0);
  return replayed.join('') + page.slice(end);
}

async function replayedBlock(block: string, stage: Stage): Promise<string> {
  const lines: string[] = [];
  for (const [, command = '', shown = ''] of block.matchAll(COMMAND)) {
    const printed = await printedBy(command, stage);
    const said = shown.split('\n').slice(0, -1);
    lines.push(`$ ${command}`, ...(isSaidBy(said, printed) ? said : printed));
  }
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

/** In the order of a terminal: problems go before results. A page says the status of a command in its text. */
async function printedBy(command: string, stage: Stage): Promise<string[]> {
  const [, name, value] = /^export (\w+)=(\S+)$/.exec(command) ?? [];
  if (name !== undefined) {
    stage.env[name] = value;
    return [];
  }
  const { stdout, stderr } = await perform(command, stage);
  const text = (stderr + stdout).trim();
  return text === '' ? [] : steadyLines(text);
}

/** Whether the printed lines are those that a page shows, some of which it leaves out. */
function isSaidBy(said: readonly string[], printed: readonly string[]): boolean {
  const [line, ...rest] = said;
  if (line === undefined) return printed.length === 0;
  if (SKIPPED.test(line)) return printed.some((_, at) => isSaidBy(rest, printed.slice(at + 1)));
  const [first, ...others] = printed;
  if (first === undefined) return false;
  const isSame = line.endsWith(CUT) ? first.startsWith(line.slice(0, -1)) : first === line;
  return isSame && isSaidBy(rest, others);
}
