/** Every language's words, by the language that is spoken. */
import { PRICES } from './english/problems/prices.js';
import type { Spoken } from './language.js';
import type { ProblemWords } from './problem-words.js';

const ENGLISH = { problems: PRICES as unknown as ProblemWords };

/** Chinese is to be written: until then it is English that is read. */
const LANGUAGES: Readonly<Record<Spoken, typeof ENGLISH>> = { en: ENGLISH, zh: ENGLISH };

export function wordsIn(language: Spoken): typeof ENGLISH {
  return LANGUAGES[language];
}
