/** All problems of a run in a file that somebody names: a run that publishes nothing has no other place for them. */
import { writeFile } from 'node:fs/promises';
import { errorMessage } from '../error-message.js';
import { everyProblem } from '../every-problem.js';
import { csvPieces, problemsTable } from '../output/csv/csv.js';
import { countProblems, type Problem } from '../problem.js';
import type { Spoken } from '../words/language.js';
import type { Conversation } from './conversation.js';

/** A file that cannot be written is told, and changes nothing of what the run came to. */
export async function writeProblems(
  file: string,
  problems: readonly Problem[],
  { stderr, language, words }: Conversation,
): Promise<void> {
  try {
    await writeFile(file, textOf(problems, language));
    stderr.write(`${words.problemList.written(countProblems(problems), file)}\n`);
  } catch (error) {
    stderr.write(`${words.problemList.unwritten(file, errorMessage(error))}\n`);
  }
}

function* textOf(problems: readonly Problem[], language: Spoken): Generator<string> {
  for (const { text } of csvPieces(problemsTable(language), everyProblem(problems))) yield text;
}
