/** The nearest of some words, for the remedy of a misspelt one. */
import { closest } from 'fastest-levenshtein';

export function didYouMean(word: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `did you mean ${closest(word, [...words])}?`;
}
