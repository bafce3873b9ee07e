import { expect, it } from 'vitest';
import { nearestWord } from '../../src/words/nearest-word.js';

it.each([
  ['one letter off', 'amuont', ['amount', 'agent_id'], 'amount'],
  // two letters lie between agent and amount, three between agent and agent_id
  ['a word that holds it goes before a nearer one', 'agent', ['amount', 'agent_id'], 'agent_id'],
  ['a word that it holds', 'paid_at_time', ['paid_at', 'paid_by_whom'], 'paid_at'],
  ['a blank word is in none of them', '', ['ab', 'a'], 'a'],
])('%s', (_name, word, words, expected) => {
  expect(nearestWord(word, words)).toBe(expected);
});

it('among no words there is none', () => {
  expect(nearestWord('agent', [])).toBeNull();
});
