import { expect, it } from 'vitest';
import { characterName } from '../../src/words/character-name.js';

it.each([
  ['A', 'A (U+0041)'],
  ['𠮷', '𠮷 (U+20BB7)'],
  ['😀', '😀 (U+1F600)'],
])('%s is %s', (character, name) => {
  expect(characterName(character)).toBe(name);
});
