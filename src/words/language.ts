/** The language of an explanation: one of the two, also where documents are bilingual. */
import type { Language } from '../documents/document.js';
import type { Bilingual } from '../pricing/line.js';

export type Spoken = 'zh' | 'en';

export type Say = (words: Bilingual) => string;

export function sayIn(language: Language): Say {
  const spoken: Spoken = language === 'en' ? 'en' : 'zh';
  return (words) => words[spoken];
}
