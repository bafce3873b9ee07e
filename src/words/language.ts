/** The language of an explanation: one of the two, also where documents are bilingual. */
import type { Language } from '../documents/document.js';
import type { Say } from './bilingual.js';

export type Spoken = 'zh' | 'en';

export function spokenOf(language: Language): Spoken {
  return language === 'en' ? 'en' : 'zh';
}

export function sayIn(language: Language): Say {
  const spoken = spokenOf(language);
  return (words) => words[spoken];
}
