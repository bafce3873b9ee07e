/** A problem in words. */
import type { Problem, ProblemCode } from '../problem.js';
import { wordsIn } from './in-language.js';
import type { Spoken } from './language.js';
import type { ProblemSentence } from './problem-words.js';

export function problemSentence<Code extends ProblemCode>(
  found: Problem<Code>,
  language: Spoken,
): ProblemSentence {
  const words = wordsIn(language);
  const sentence = words.problems[found.code](found.values, found.column ?? '');
  const unlisted = found.alike?.unlisted ?? 0;
  if (unlisted === 0) return sentence;
  return { ...sentence, message: words.problemList.unlisted(sentence.message, unlisted) };
}
