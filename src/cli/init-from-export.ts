/** `init --from-export`: a first `sources.json` from the header of a platform's export. */
import { writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { errorCode } from '../error-code.js';
import {
  guessSources,
  type Proposal,
  type ProposedSource,
} from '../facts/sources/guess-sources.js';
import { readExportHead, type ExportHead } from '../facts/sources/read-export-head.js';
import { SOURCES_FILE } from '../facts/sources/source.js';
import type { Words } from '../words/in-language.js';
import { problemsText } from './problems-text.js';
import type { Conversation } from './conversation.js';

/** Writes sources.json, or prints what belongs into the one that is there; the exit status. */
export async function writeFirstMapping(
  inputFolder: string,
  file: string,
  { stdout, stderr, language, words }: Conversation,
): Promise<number> {
  const head = await readExportHead(file, file);
  if ('code' in head) {
    stderr.write(problemsText([head], language));
    return 1;
  }
  const proposal = guessSources(placeOf(inputFolder, file), head);
  if (proposal.sources.length === 0) {
    stderr.write(`${words.init.noTable(proposal.unused)}\n`);
    return 1;
  }
  const entries = proposal.sources.map(({ entry }) => entry);
  const json = `${JSON.stringify(entries, null, 2)}\n`;
  const path = join(inputFolder, SOURCES_FILE);
  if (await writeNew(path, json)) stdout.write(`${words.init.wrote(path)}\n`);
  else {
    stderr.write(`${words.init.keptList(path)}\n`);
    stdout.write(json);
  }
  stderr.write(explanation(inputFolder, proposal, head, words.init, language));
  return 0;
}

/** Relative to the input folder with `/`; an export that lies elsewhere is still to be put there. */
function placeOf(inputFolder: string, file: string): string {
  const inside = relative(inputFolder, file);
  return inside.startsWith('..') ? basename(file) : inside.split(sep).join('/');
}

async function writeNew(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** What feeds each column, and what is not used, for a person to look at. */
function explanation(
  inputFolder: string,
  { sources, unused }: Proposal,
  { delimiter }: ExportHead,
  words: Words['init'],
  language: Conversation['language'],
): string {
  const lines = [
    ...(delimiter === null ? [] : [words.separated(delimiter)]),
    ...sources.flatMap((source) => sourceLines(source, words, language)),
    ...(unused.length === 0 ? [] : [words.unused(unused)]),
    words.guesses,
    words.check(inputFolder),
  ];
  return [...lines, ''].join('\n');
}

function sourceLines(
  { table, preset, feeds }: ProposedSource,
  words: Words['init'],
  language: Conversation['language'],
): string[] {
  const title =
    preset === null ? `${table}:` : words.preset(table, preset.name, preset.title[language]);
  const notes =
    preset === null || preset.notes[language] === '' ? [] : [`  ${preset.notes[language]}`];
  return [
    title,
    ...feeds.map(([column, from]) => `  ${column} ← ${from === '' ? words.fillIn : from}`),
    ...notes,
  ];
}
