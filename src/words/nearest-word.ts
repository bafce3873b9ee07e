/** What somebody may have meant by a word that is not known. */
import { closest } from 'fastest-levenshtein';

/**
 * The nearest of some words, and among them one that holds the word or is held by it; null where there
 * is no word.
 *
 * > `agent` among `amount`, `agent_id` → `agent_id`.
 */
export function nearestWord(word: string, words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const parts = words.filter((one) => word !== '' && (one.includes(word) || word.includes(one)));
  return closest(word, parts.length > 0 ? parts : [...words]);
}
