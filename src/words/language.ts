/** The language of an explanation: one of the two, also where documents are bilingual. */
import type { Language } from '../documents/document.js';
import type { Bilingual } from '../pricing/line.js';

export type Spoken = 'zh' | 'en';

export type Say = (words: Bilingual) => string;

export function spokenOf(language: Language): Spoken {
  return language === 'en' ? 'en' : 'zh';
}

export function sayIn(language: Language): Say {
  const spoken = spokenOf(language);
  return (words) => words[spoken];
}
