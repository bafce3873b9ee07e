/** The language of an explanation: one of the two, also where documents are bilingual. */
import type { Language } from '../documents/document.js';
import type { Say } from './bilingual.js';

export type Spoken = 'zh' | 'en';

export function sayIn(language: Language): Say {
  const spoken: Spoken = language === 'en' ? 'en' : 'zh';
  return (words) => words[spoken];
}
