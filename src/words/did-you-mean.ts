/** The nearest of some words, for the remedy of a misspelt one. */
import { closest } from 'fastest-levenshtein';

/**
 * > `agent` among `amount, agent_id`, otherwise take it out →
 * > did you mean agent_id? Otherwise take it out.
 */
export function didYouMean(word: string, words: readonly string[], otherwise = ''): string {
  if (words.length === 0) return otherwise;
  const parts = words.filter((one) => word !== '' && (one.includes(word) || word.includes(one)));
  const nearest = closest(word, parts.length > 0 ? parts : [...words]);
  return `did you mean ${nearest}?${otherwise === '' ? '' : ` Otherwise ${otherwise}`}`;
}
