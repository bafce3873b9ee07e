/** The words of each language that is spoken. */
import { ENGLISH } from './english.js';
import type { Spoken } from './language.js';

/** A language has the same words as English, or it does not compile. */
export type Words = typeof ENGLISH;

/** Chinese is to be written: until then its readers get English. */
const LANGUAGES: Readonly<Record<Spoken, Words>> = { en: ENGLISH, zh: ENGLISH };

export function wordsIn(language: Spoken): Words {
  return LANGUAGES[language];
}
