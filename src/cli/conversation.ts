/** A command with somebody: where it prints, and in which words. */
import { wordsIn, type Words } from '../words/in-language.js';
import type { Spoken } from '../words/language.js';
import type { Surroundings } from './surroundings.js';

export interface Conversation extends Surroundings {
  readonly language: Spoken;
  readonly words: Words;
}

export function conversationIn(language: Spoken, io: Surroundings): Conversation {
  const { stdout, stderr, env } = io;
  return { stdout, stderr, env, language, words: wordsIn(language) };
}
