/** What words make of a problem: one function a code, of the values that the code has. */
import type { ProblemCode } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';

export interface ProblemSentence {
  /** What was found and what was expected. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** A language's words for every code; `column` is blank where the problem is in none. */
export type ProblemWords = {
  readonly [Code in ProblemCode]: (values: ProblemValues[Code], column: string) => ProblemSentence;
};
