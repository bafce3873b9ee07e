/** The words of each language that is spoken. */
import { CHINESE } from './chinese.js';
import { ENGLISH } from './english.js';
import type { Spoken } from './language.js';

/** A language has the same words as English, or it does not compile. */
export type Words = typeof ENGLISH;

const LANGUAGES: Readonly<Record<Spoken, Words>> = { en: ENGLISH, zh: CHINESE };

export function wordsIn(language: Spoken): Words {
  return LANGUAGES[language];
}
