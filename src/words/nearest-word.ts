/** What somebody may have meant by a word that is not known. */
import { closest, distance } from 'fastest-levenshtein';
import { idKey } from '../id-key.js';

/** One letter in so many may be another. */
const LETTERS_PER_MISTAKE = 3;
/** A shorter word is in too many others. */
const PART_LETTERS_MIN = 3;

/**
 * The nearest of the words that are near enough to be meant, and among them one that holds the word or is
 * held by it; null where there is none. Ids that differ in their digits alone are two ids, but for zeros
 * in front and what else {@link idKey} leaves away: such a one goes before all others.
 *
 * > `agent` among `amount`, `agent_id` → `agent_id`. `T6` among `T1` → null.
 */
export function nearestWord(word: string, words: readonly string[]): string | null {
  const key = idKey(word);
  const same = key === '' ? [] : words.filter((other) => idKey(other) === key);
  if (same.length > 0) return closestWord(word, same);
  const near = words.filter((other) => isNear(word, other));
  const parts = near.filter((other) => isPart(word, other));
  return closestWord(word, parts.length > 0 ? parts : near);
}

/** The nearest of some words, however far; null where there is no word. */
export function closestWord(word: string, words: readonly string[]): string | null {
  return words.length === 0 ? null : closest(word, words);
}

function isNear(word: string, other: string): boolean {
  const [left, right] = [word.toLowerCase(), other.toLowerCase()];
  if (left === right) return true;
  if (withoutDigits(left) === withoutDigits(right)) return false;
  const mistakesMax = Math.floor(Math.max(left.length, right.length) / LETTERS_PER_MISTAKE);
  const isMistyped = distance(left, right) <= mistakesMax || inOrder(left) === inOrder(right);
  return isMistyped || isPart(left, right);
}

/** The letters of a word in the order of the alphabet: the same for `nmae` and `name`. */
function inOrder(word: string): string {
  return Array.from(word).sort().join('');
}

function isPart(word: string, other: string): boolean {
  const isLong = Math.min(word.length, other.length) >= PART_LETTERS_MIN;
  return isLong && (word.includes(other) || other.includes(word));
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '#');
}
