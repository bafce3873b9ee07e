/** A problem in words. */
import type { Problem, ProblemCode } from '../problem.js';
import { wordsIn } from './in-language.js';
import type { Spoken } from './language.js';
import type { ProblemSentence } from './problem-words.js';

export function problemSentence<Code extends ProblemCode>(
  found: Problem<Code>,
  language: Spoken,
): ProblemSentence {
  return wordsIn(language).problems[found.code](found.values, found.column ?? '');
}
