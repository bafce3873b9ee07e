/** A text in the two languages that documents are written in. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Chooses, or joins, the languages of a text. */
export type Say = (words: Bilingual) => string;
