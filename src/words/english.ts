/** English: what every other language has words for too. */
import { EXPLAIN } from './english/explain.js';
import { PROBLEMS } from './english/problems.js';

export const ENGLISH = {
  explain: EXPLAIN,
  problems: PROBLEMS,
};
